"""From the text of a policy to a checked agreement.

In: text.  Out: `PolicyFile` (what is written), `Agreement` (what was checked), findings.  The passes, in
order: lexing, parsing, building nodes, gathering by name, types, forks and tables.  Deliberately absent:
evidence, and what anything is worth.
"""
