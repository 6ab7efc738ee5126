# SPDX-License-Identifier: MIT
"""Runs scripts as CI runners do, and notes which lines of which file bash executed."""
import os
import re
import subprocess
import tempfile

import yaml

# Read by every bash that runs a script: each command is traced with its place into a file of its own.
TRACE = r'''
exec {adr_trace}>>"$ADR_TRACE"
BASH_XTRACEFD=$adr_trace
PS4='+\000${BASH_SOURCE}\000${LINENO}\000'
set -x
'''.replace(r'\000', '\x01')


class Runner:
    def __init__(self, scratch, adr, lines):
        self.scratch, self.lines = scratch, lines
        self.trace = os.path.join(scratch, 'trace')
        os.makedirs(os.path.join(scratch, 'bin'))
        os.symlink(adr, os.path.join(scratch, 'bin', 'adr'))
        with open(os.path.join(scratch, 'trace.sh'), 'w') as file:
            file.write(TRACE)
        self.said = ''
        self.names = {}  # temporary script -> what to call it
        open(lines, 'w').close()

    def environment(self, more, path=None):
        tools = path or os.path.join(self.scratch, 'bin') + ':' + os.environ['PATH']
        environment = {'PATH': tools, 'HOME': self.scratch, 'XDG_CACHE_HOME': self.scratch + '/cache', 'LC_ALL': 'C.UTF-8',
                       'TZ': 'UTC', 'TMPDIR': self.scratch, 'SOURCE_DATE_EPOCH': '1795132800', 'NO_PROXY': '*',
                       'GIT_CONFIG_GLOBAL': '/dev/null', 'GIT_CONFIG_SYSTEM': '/dev/null',
                       'ASAN_OPTIONS': os.environ.get('ASAN_OPTIONS', ''),
                       'BASH_ENV': self.scratch + '/trace.sh', 'ADR_TRACE': self.trace}
        environment.update(more)
        return environment

    def run(self, command, where, environment=(), path=None):
        """Status, standard output, standard error."""
        done = subprocess.run(command, cwd=where, env=self.environment(dict(environment), path), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.keep_lines()
        self.said = done.stdout.decode() + done.stderr.decode()
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def run_text(self, text, name, where, environment=(), path=None):
        """A script that stands inside another file, called as GitHub's runner calls it."""
        descriptor, script = tempfile.mkstemp(suffix='.sh', dir=self.scratch)
        with os.fdopen(descriptor, 'w') as file:
            file.write(text)
        self.names[script] = name
        return self.run(['bash', '--noprofile', '--norc', '-eo', 'pipefail', script], where, environment, path)

    def keep_lines(self):
        if not os.path.exists(self.trace):
            return
        with open(self.trace, encoding='utf-8', errors='replace') as trace:
            seen = set(re.findall('^\\++\x01([^\x01]*)\x01(\\d+)\x01', trace.read(), re.M))
        os.remove(self.trace)
        with open(self.lines, 'a', encoding='utf-8') as file:
            for source, line in sorted(seen):
                name = self.names.get(source, os.path.basename(source))
                file.write(f'{name}\t{line}\n')


def load_yaml(path):
    with open(path, encoding='utf-8') as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


def action_steps(action, inputs, github):
    """The steps of a composite action with their environment: ${{ inputs.x }} and ${{ github.x }} filled in."""
    given = {name: inputs.get(name, row.get('default', '')) for name, row in action['inputs'].items()}
    assert set(inputs) <= set(given), f'inputs that the action does not have: {set(inputs) - set(given)}'

    def fill(text):
        def value(match):
            scope, name = match[1].split('.', 1)
            return fill(given[name]) if scope == 'inputs' else github[name]
        return re.sub(r'\$\{\{ *([\w.-]+) *\}\}', value, text)

    for number, step in enumerate(action['runs']['steps']):
        assert '${{' not in step['run'], 'an expression in a script is an injection'
        yield number, step['run'], {name: fill(value) for name, value in step.get('env', {}).items()}


# -- which lines have to run

STRUCTURE = re.compile(r"""^(fi|done|esac|else|then|do|\}|\{|;;|\)|
                       (done|fi|\}|\))\s.*|           # the end of something, with where its output goes
                       [\w-]+\(\)\s*\{.*|              # the head of a function
                       [^()'"$ ]+(\s*\|\s*[^()'"$ ]+)*\)(\s*;;)?|   # a pattern of case
                       '[^']*'\)|\*\)|case\s.*\sin|for\s.*;\s*do$|while\s.*;\s*do$)(\s*\#.*)?$""", re.X)


def logical_commands(text):
    """(first, last, text) of each command; lines are joined where quotes, a backslash or an operator leave them open."""
    start, gathered = None, ''
    for number, line in enumerate(text.split('\n'), 1):
        if start is None and (not line.strip() or line.strip().startswith('#')):
            continue
        start = start or number
        gathered += line + '\n'
        bare = re.sub(r'\\.|\$\'[^\']*\'', '', gathered)
        bare = re.sub(r'(^|\s)#[^\n]*', '', bare) if "'" not in bare and '"' not in bare else bare
        open_quote = False
        quote = None
        for c in bare:
            if quote is None and c in '\'"':
                quote = c
            elif c == quote:
                quote = None
        open_quote = quote is not None
        if open_quote or re.search(r'(\\|&&|\|\||\||\()\s*$', line):
            continue
        yield start, number, gathered.strip()
        start, gathered = None, ''


def lines_that_never_ran(name, text, ran):
    """Complaints about commands of which no line was executed."""
    for first, last, command in logical_commands(text):
        if STRUCTURE.match(command):
            continue
        if not any((name, line) in ran for line in range(first, last + 1)):
            yield f'{name}:{first}: no test runs this: {command.splitlines()[0]}'
