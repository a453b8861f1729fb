"""The command `sla` as `python -m sla_dsl`, for where the installed command is not on the path."""

from sla_dsl.faces.main import main

if __name__ == "__main__":
    main()
