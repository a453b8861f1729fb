"""What a project sets once: the file `sla.toml`, and variables of the environment whose names begin with `SLA_`.

In: the commands' own arguments and options, which are all that can be set.  Out: defaults for a command line, each
with the place that it came from.  Deliberately absent: settings that no option has, so that whatever a file says can
be said on the command line, too.
"""
