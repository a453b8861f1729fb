"""A first policy, from five answers.

In: what a person says of an agreement, in words or as options.  Out: a folder with a policy that holds, examples in
it, a month of evidence, the settings of the folder and what to do next.  Deliberately absent: a guess of what an
agreement says; what has to be decided to have a policy at all stands in it as an assumption.
"""
