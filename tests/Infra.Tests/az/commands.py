# Adds to commands.txt what the Azure CLI itself takes for each command that is named on standard input, a line each:
#   echo 'group delete' | PYTHONPATH=<packages of an installed az> python3 commands.py | sort - commands.txt -o commands.txt
# It asks az (Debian's azure-cli 2.45) for its own tables, which needs no subscription. A line is a command and its options: all names of one, then ! when
# it must be there, 0 when it takes no value, ? when it may take one, + when it takes several. What it can't tell is written in by hand.
import sys
from azure.cli.core import get_default_cli
from knack import events

cli = get_default_cli()
cli.invocation = cli.invocation_cls(
    cli_ctx=cli, parser_cls=cli.parser_cls, commands_loader_cls=cli.commands_loader_cls, help_cls=cli.help_cls)
loader = cli.invocation.commands_loader
table = loader.load_command_table(None)
for name in sorted({line.strip() for line in sys.stdin if line.strip()}):
    cli.invocation.data['command_string'] = name
    loader.command_name = name
    loader.command_table = {name: table[name]} if name in table else {}
    try:
        loader.load_arguments(name)
        cli.raise_event(events.EVENT_INVOKER_POST_CMD_TBL_CREATE, commands_loader=loader)
        arguments = [argument for key, argument in table[name].arguments.items() if key != 'cmd']
    except Exception as fault:
        print(f'{name}: not told ({fault})', file=sys.stderr)
        continue
    options = []
    for argument in arguments:
        settings = argument.type.settings
        names = sorted(str(getattr(option, 'target', option)) for option in argument.options_list)
        if not names or not all(option.startswith('-') for option in names) or any('_' in option for option in names):
            continue
        takes = {'?': '?', '+': '+', '*': '+'}.get(settings.get('nargs'), '')
        if settings.get('action') in ('store_true', 'store_false'):
            takes = '0'
        options.append('/'.join(names) + ('!' if settings.get('required') else '') + takes)
    print(f'{name}: {" ".join(sorted(options))}')
