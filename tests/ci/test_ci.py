# SPDX-License-Identifier: MIT
"""test_ci.py ADR ROOT PART LINES: runs what ci/ and action.yml ship, as runners run it, and looks at what arrived at the
forge. Each part notes in the file LINES which lines of the scripts ran; `every-line` reads those notes (LINES is their
folder) and complains about commands that no part ran."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from forge import Forge, TOKEN
from runner import Runner, action_steps, lines_that_never_ran, load_yaml

adr, root, part, lines = sys.argv[1:]
adr, root, lines = os.path.realpath(adr), os.path.realpath(root), os.path.realpath(lines)
scratch = tempfile.mkdtemp()
runner = None
DAY = 86400
TODAY = 1795132800  # 2026-11-20


def expect(what, expected, got):
    if expected != got:
        raise SystemExit(f'{what}: expected\n{expected!r}\nbut got\n{got!r}\nThe last script said:\n'
                         f'{runner.said if runner else ""}')


def expect_in(what, piece, text):
    if piece not in text:
        raise SystemExit(f'{what}: expected\n{piece!r}\nsomewhere in\n{text}')


def record(path, title, review, decision='We decide D.', number=1):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'# {number}. {title}\n\nDate: 2025-01-01\n\nReview-by: {review}\n\n## Status\n\nAccepted\n\n'
                   f'## Context\n\nC.\n\n## Decision\n\n{decision}\n\n## Consequences\n\nE.\n')


def git(where, *words):
    return subprocess.run(['git', '-c', 'user.name=t', '-c', 'user.email=t@localhost', *words], cwd=where, check=True,
                          stdout=subprocess.PIPE).stdout.decode().strip()


HOSTILE = '$(touch pwned) `touch pwned` "; touch pwned; \' --> @all ${{ github.token }}'


def workspace():
    """Three projects, one of which has a name that wants to be a command."""
    where = os.path.join(scratch, 'work')
    os.makedirs(where)
    git(where, 'init', '-q', '-b', 'main')
    record(f'{where}/harbour/docs/adr/0001-moor.md', 'Moor by hand', '2026-01-31')
    record(f'{where}/harbour/docs/adr/0002-bell.md', 'Ring the bell', '2026-12-24', number=2)
    record(f'{where}/locks/docs/adr/0001-later.md', 'Paint the gates', '2028-01-01')
    record(f'{where}/odd/docs/adr/0001-odd.md', HOSTILE, '2026-02-02')
    for project in ('harbour', 'locks', 'odd'):
        with open(f'{where}/{project}/.adr.yml', 'w', encoding='utf-8') as file:
            file.write("name: '%s'\n" % HOSTILE.replace("'", "''") if project == 'odd' else f'name: {project}\n')
    with open(f'{where}/.adr.yml', 'w') as file:
        file.write('projects: [harbour, locks, odd]\n')
    return where


def nothing_was_injected():
    found = [path for path in glob.glob(scratch + '/**', recursive=True) if os.path.basename(path) == 'pwned']
    expect('files that a name has made', [], found)


def change(path, old, new):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    assert old in text, (path, old)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace(old, new))


# -- the issues


class Issues:
    """The weekly job, on a forge."""

    def __init__(self, kind, run):
        self.where = workspace()
        self.forge = Forge(kind)
        self.run_job = run
        self.day = TODAY

    def run(self, status=0, **more):
        environment = {**self.forge.environment(), 'SOURCE_DATE_EPOCH': str(self.day), **more}
        got, out, err = self.run_job(self.where, environment)
        if got != status:
            raise SystemExit(f'expected status {status}, got {got}:\n{out}{err}')
        expect('requests that a forge refuses', [], self.forge.violations)
        if TOKEN in out + err:
            raise SystemExit('the token is shown')
        nothing_was_injected()
        return err

    def writes(self):
        return [(method, body) for method, _, body in self.forge.writes()]

    def nothing(self, why, **more):
        err = self.run(**more)
        expect(f'writes {why}', [], self.writes())
        expect_in('the message', 'as they should be', err)


def life_of_issues(kind, run):
    job = Issues(kind, run)
    forge = job.forge
    body_key = {'github': 'body', 'gitlab': 'description'}[kind]
    harbour = f'{job.where}/harbour/docs/adr/0001-moor.md'

    # Noise: other issues under the label, more than fit on a page; a pull request with somebody's mark in it.
    for number in range(120):
        forge.add(f'noise {number}', '' if number else None, ['adr-review'])
    if kind == 'github':
        forge.add('a pull request', '<!-- adr-review: harbour -->', ['adr-review'], pull_request=True)
    first = len(forge.issues)

    job.run()
    created = job.writes()
    expect('new issues', ['POST', 'POST'], [method for method, _ in created])
    titles = sorted(body['title'] for _, body in created)
    expect('titles', sorted([f'Decisions to review: {HOSTILE}', 'Decisions to review: harbour']), titles)
    mine = next(issue for issue in forge.issues[first:] if issue['title'].endswith('harbour'))
    expect('labels', ['adr-review'], mine['labels'])
    expect_in('the body', '- [ ] **Moor by hand** (`harbour/ADR-0001`) was to be reviewed by 2026-01-31', mine['body'])
    blob = {'github': 'https://forge.example/ferries/all/blob/HEAD', 'gitlab': 'https://forge.example/ferries/all/-/blob/HEAD'}
    expect_in('the body', f'](<{blob[kind]}/harbour/docs/adr/0001-moor.md>)', mine['body'])
    odd = next(issue for issue in forge.issues[first:] if issue is not mine)
    outside_code = re.sub(r'(`+)[^\n]*?\1', '', odd['body'])
    expect('mentions in the body', False, '@all' in outside_code)

    job.nothing('when run again')
    job.day += 3 * DAY
    job.nothing('three days later')

    # Somebody ticks a box in the browser, which writes line ends of its own; then another record falls due.
    mine['body'] = mine['body'].replace('- [ ] **Moor', '- [x] **Moor').replace('\n', '\r\n')
    job.nothing('after a tick')
    job.day = TODAY + 20 * DAY
    job.run(ADR_WITHIN='30d')
    (method, body), = job.writes()
    expect('what is updated', {body_key}, set(body))
    expect_in('a tick stays', '- [x] **Moor by hand**', mine['body'])
    expect_in('the new one', '- [ ] **Ring the bell** (`harbour/ADR-0002`) is to be reviewed by 2026-12-24', mine['body'])
    job.day = TODAY
    job.run(ADR_WITHIN='10d')
    expect('the new one is gone again', 1, len(job.writes()))

    # The review is done, and the next one comes.
    change(harbour, '2026-01-31', '2027-01-31')
    job.run(ADR_WITHIN='10d')
    closed = {'github': {'state': 'closed', 'state_reason': 'completed'}, 'gitlab': {'state_event': 'close'}}[kind]
    expect('closing', [closed], [body for _, body in job.writes()])
    expect('it is closed', False, mine['open'])
    job.nothing('when it is closed already', ADR_WITHIN='10d')
    job.day = TODAY + 80 * DAY
    job.run(ADR_WITHIN='10d')
    (method, body), = job.writes()
    opened = {'github': {'body', 'state', 'state_reason'}, 'gitlab': {'description', 'state_event'}}[kind]
    expect('reopening', opened, set(body))
    expect('the same issue is open', True, mine['open'])
    expect('issues of the project', 1, sum('harbour' in issue['title'] for issue in forge.issues))
    job.nothing('when it is open again', ADR_WITHIN='10d')

    # Closed by hand while nothing was done: it comes back, unless somebody said that it is not planned.
    mine['open'], mine['reason'] = False, 'completed'
    job.run(ADR_WITHIN='10d')
    expect('it comes back', (1, True), (len(job.writes()), mine['open']))
    if kind == 'github':
        mine['open'], mine['reason'] = False, 'not_planned'
        job.nothing('when somebody said that it is not planned', ADR_WITHIN='10d')
        change(harbour, 'Moor by hand', 'Moor by rope')
        job.run(ADR_WITHIN='10d')
        expect('something happened', (1, True), (len(job.writes()), mine['open']))

    # Two runs at once may have made two.
    double = forge.add(mine['title'], mine['body'], ['adr-review'])
    job.run(ADR_WITHIN='10d')
    expect('a double is closed', (1, False, True), (len(job.writes()), double['open'], mine['open']))
    job.nothing('then', ADR_WITHIN='10d')
    return job


def failures(job, kind):
    forge = job.forge
    fails = {b'{"message":"API rate limit exceeded"}': (403, 'status 403: API rate limit exceeded'),
             b'<html>bad gateway</html>': (502, 'status 502: an answer that is no JSON'),
             b'{}x': (200, 'an answer that is no list')}
    for answer, (status, message) in fails.items():
        forge.fault = status, answer
        expect_in('the message', message, job.run(status=3))
    forge.fault = None
    forge.hang_up = True
    expect_in('the message', 'no answer', job.run(status=3))
    forge.hang_up = False
    expect('nothing was written', [], forge.writes())
    expect_in('the message', "ADR_FORGE is 'bitbucket'", job.run(status=3, ADR_FORGE='bitbucket'))
    expect_in('the message', 'such-a-program is needed and not installed', job.run(status=3, ADR='such-a-program'))
    expect_in('the message', 'cannot find', job.run(status=3, ADR_PATHS='\nno/such/folder\n'))
    job.nothing('about one of the projects', ADR_PATHS='locks\n', ADR_LABEL='adr locks', ADR_LINK_BASE='https://x.example/')
    change(f'{job.where}/locks/.adr.yml', 'locks', "'locks, gates'")
    change(f'{job.where}/locks/docs/adr/0001-later.md', '2028', '2021')
    forge.busy = 2  # and says when to come again
    expect_in('the message', 'status 429; asking again in 0 seconds', job.run(ADR_PATHS='locks'))
    expect('titles', ['Decisions to review: locks, gates'], [body['title'] for _, body in job.writes() if 'title' in body])
    forge.busy = 100
    expect_in('the message', 'status 429: no reason given', job.run(status=3, ADR_PATHS='locks'))
    forge.busy = 0


def too_much_for_an_issue(job):
    for number in range(600):
        record(f'{job.where}/harbour/docs/adr/{number + 10:04}-many.md', 'x' * 80, '2026-01-01', number=number + 10)
    job.run(ADR_PATHS='harbour')
    (_, body), *_ = job.writes()
    text = body.get('body', body.get('description', ''))
    expect('the length fits', True, 50000 < len(text) < 65000)
    expect_in('the body', 'More than an issue can hold', text)
    job.nothing('again', ADR_PATHS='harbour')


def part_github():
    action = load_yaml(f'{root}/action.yml')
    workflow = load_yaml(f'{root}/ci/github/adr-review.yml')
    uses, = [step for step in workflow['jobs']['review']['steps'] if 'adr@' in step['uses']]
    for job_of in workflow['jobs'].values():
        expect('steps that only use', [], [step for step in job_of['steps'] if 'run' in step])
    expect('what the job may do', {'contents': 'read', 'issues': 'write'}, workflow['permissions'])

    def run(where, environment):
        inputs = dict(uses['with'])
        for name, variable in (('within', 'ADR_WITHIN'), ('paths', 'ADR_PATHS'), ('label', 'ADR_LABEL')):
            inputs[name] = environment.get(variable, inputs.get(name, action['inputs'][name]['default']))
        inputs['within'] = environment.get('ADR_WITHIN', '')
        out = err = ''
        for number, script, variables in action_steps(action, inputs, {'token': TOKEN, 'event.pull_request.base.sha': ''}):
            status, more_out, more_err = runner.run_text(
                script, f'action.yml:{number}', where, {**environment, **variables, 'GITHUB_ACTION_PATH': root})
            out, err = out + more_out, err + more_err
            if status:
                break
        return status, out, err

    def run_script(where, environment):
        return runner.run([f'{root}/ci/lib/review-issue.sh'], where, environment)

    job = life_of_issues('github', run)
    job.run_job = run_script
    failures(job, 'github')
    too_much_for_an_issue(job)
    for command, status in (('install', 0), ('rewiev', 2)):
        for number, script, variables in action_steps(action, {'command': command},
                                                      {'token': TOKEN, 'event.pull_request.base.sha': ''}):
            got, _, err = runner.run_text(script, f'action.yml:{number}', job.where,
                                          {**variables, 'GITHUB_ACTION_PATH': root})
        expect(f'status of command {command}', status, got)


def gitlab_script(job_name, template):
    """before_script and script as one, which is how GitLab's runner has it, and the variables."""
    job = {**template[template[job_name]['extends']], **template[job_name]}
    variables = {**template['variables'], **job.get('variables', {})}
    return '\n'.join(job['before_script'] + job['script']) + '\n', variables


def source_repository():
    """What git clone gets in place of the real repository."""
    where = os.path.join(scratch, 'source')
    shutil.copytree(f'{root}/ci', f'{where}/ci')
    git(where, 'init', '-q', '-b', 'main')
    git(where, 'add', '-A')
    git(where, 'commit', '-q', '-m', 'x')
    git(where, 'tag', load_yaml(f'{root}/ci/gitlab/adr.gitlab-ci.yml')['variables']['ADR_VERSION'])
    return where


def part_gitlab():
    template = load_yaml(f'{root}/ci/gitlab/adr.gitlab-ci.yml')
    script, variables = gitlab_script('adr-review-issue', template)
    variables.pop('ADR_WITHIN')
    variables['ADR_SOURCE'] = source_repository()

    def run(where, environment):
        return runner.run_text(script, 'adr-review-issue', where, {**variables, **environment})

    def run_script(where, environment):
        return runner.run([f'{root}/ci/lib/review-issue.sh'], where, environment)

    job = life_of_issues('gitlab', run)
    job.run_job = run_script
    failures(job, 'gitlab')
    status, _, err = run(job.where, {'ADR_SOURCE': ''})
    expect('status without ADR_SOURCE', True, status != 0)
    expect_in('the message', 'set it to the address', err)


# -- pull requests


def pull_request():
    """A repository with a main branch and a request whose branch and files have names that want to be commands."""
    where = os.path.join(scratch, 'request')
    os.makedirs(where)
    git(where, 'init', '-q', '-b', 'main')
    record(f'{where}/docs/adr/0001-image.md', 'Build on Debian', '2026-01-31',
           'We will build all container images on Debian slim. We reject Alpine.')
    record(f'{where}/docs/adr/0002-old.md', 'Old and not touched', '2020-01-31', number=2)
    git(where, 'add', '-A')
    git(where, 'commit', '-q', '-m', 'base')
    base = git(where, 'rev-parse', 'HEAD')
    git(where, 'checkout', '-q', '-b', 'x;$(touch${IFS}pwned)')
    return where, base


def part_change():
    where, base = pull_request()
    action = load_yaml(f'{root}/action.yml')
    workflow = load_yaml(f'{root}/ci/github/adr-change.yml')
    checkout, uses = workflow['jobs']['change']['steps']
    expect('the history is there', '0', checkout['with']['fetch-depth'])

    def run(environment=(), inputs=()):
        out = err = ''
        for number, script, variables in action_steps(action, {**uses['with'], **dict(inputs)},
                                                      {'token': TOKEN, 'event.pull_request.base.sha': base}):
            status, more_out, more_err = runner.run_text(script, f'action.yml:{number}', where, {
                'GITHUB_ACTIONS': 'true', **variables, 'GITHUB_ACTION_PATH': root, **dict(environment)})
            out, err = out + more_out, err + more_err
        nothing_was_injected()
        return status, out, err

    def script(**environment):
        result = runner.run([f'{root}/ci/lib/change.sh'], where, {'ADR_BASE': base, **environment})
        nothing_was_injected()
        return result

    with open(f'{where}/code.c', 'w') as file:
        file.write('int x;\n')
    git(where, 'add', '-A')
    git(where, 'commit', '-q', '-m', 'code only')
    status, out, err = run()
    expect('a request without records', (0, ''), (status, out))
    expect_in('the message', 'no Markdown file was changed', err)
    status, out, _ = script(ADR_FORMAT='gitlab', ADR_REPORT=f'{scratch}/quality.json')
    expect('its report', (0, '[]\n'), (status, open(f'{scratch}/quality.json').read()))

    # Touches an overdue record, adds one that contradicts it, and one under a name that has to be escaped everywhere.
    change(f'{where}/docs/adr/0001-image.md', 'E.', 'E. And F.')
    record(f'{where}/docs/adr/0003-alpine.md', 'Build on Alpine', '2028-01-31', number=3,
           decision='We will build all container images on Alpine. We reject Debian slim.')
    odd = 'docs/adr/0004-a $(touch pwned) %,:é\n;.md'
    record(f'{where}/{odd}', HOSTILE, '2026-03-03', number=4)
    git(where, 'add', '-A')
    git(where, 'commit', '-q', '-m', 'records')
    status, out, err = run()
    expect('status of a request that contradicts', 1, status)
    commands = [line for line in out.splitlines() if line.startswith('::')]
    overdue = [line for line in commands if 'title=review-overdue' in line]
    expect('overdue records that are touched', 2, len(overdue))
    expect('the one that is not', 0, sum('0002-old' in line for line in commands))
    expect_in('the place', 'file=docs/adr/0001-image.md,line=5,', out)
    expect('the conflict', True, any('container-base-image' in line or 'Container base image' in line for line in commands))
    expect('levels of the commands', set(), {line.split()[0] for line in commands} - {'::error', '::warning', '::notice'})
    status, out, err = run(inputs={'fail-on': 'none'})
    expect('status when conflicts do not fail', 0, status)

    status, out, _ = script(ADR_FORMAT='gitlab', ADR_REPORT=f'{scratch}/quality.json', ADR_FAIL_ON='none')
    expect('what is on standard output', '', out)
    report = json.load(open(f'{scratch}/quality.json'))
    expect('kinds of issues', True, {'review-overdue'} < {issue['check_name'] for issue in report})
    status, out, err = script(ADR_FORMAT='markdown')
    expect_in('a report to read', 'Build on Debian', out)

    # An index that another job published.
    runner.run(['adr', 'index', '--db', f'{scratch}/all.db', '.'], where)
    status, out, err = script(ADR_DB=f'{scratch}/all.db')
    expect('status with the published index', 1, status)

    status, out, err = script(ADR_BASE='no-such; touch pwned')
    expect('status without the base', 3, status)
    expect_in('the message', "there is no revision 'no-such; touch pwned' here", err)
    git(where, 'checkout', '-q', '--orphan', 'island')
    git(where, 'commit', '-q', '-m', 'island')
    status, out, err = script()
    expect('status without a common ancestor', 3, status)
    expect_in('the message', 'no common ancestor', err)
    git(where, 'checkout', '-q', 'x;$(touch${IFS}pwned)')

    template = load_yaml(f'{root}/ci/gitlab/adr.gitlab-ci.yml')
    text, variables = gitlab_script('adr-change', template)
    status, out, err = runner.run_text(text, 'adr-change', where, {
        **variables, 'ADR_SOURCE': source_repository(), 'GITLAB_CI': 'true', 'CI_MERGE_REQUEST_DIFF_BASE_SHA': base})
    expect('status of the merge request', 1, status)
    artifact = template['adr-change']['artifacts']['reports']['codequality']
    expect('the report that is picked up', True, len(json.load(open(f'{where}/{artifact}'))) > 2)


# -- the rest


def part_install():
    """Without adr on the PATH the source is built; here with a setup and a cmake that only say that they were called."""
    source = source_repository()
    os.makedirs(f'{source}/scripts')
    os.makedirs(f'{scratch}/tools')
    for path in (f'{source}/scripts/setup', f'{scratch}/tools/cmake', f'{scratch}/tools/apt-get'):
        with open(path, 'w') as file:
            file.write(f'#!/bin/sh\nprintf "%s\\n" "{os.path.basename(path)} $*" >>"{scratch}/called"\n')
        os.chmod(path, 0o755)
    bare = f'{scratch}/tools:/usr/bin:/bin'
    status, _, err = runner.run([f'{source}/ci/lib/install.sh'], scratch,
                                {'RUNNER_TEMP': f'{scratch}/temp', 'GITHUB_PATH': f'{scratch}/path', 'ADR': 'adr-not-here'},
                                bare)
    expect('status', 0, status)
    expect('what was called', ['setup --build', 'cmake --preset release -DBUILD_TESTING=OFF', 'cmake --build --preset release',
                               f'cmake --install build/release --prefix {scratch}/temp/adr'],
           open(f'{scratch}/called').read().splitlines())
    expect('the path of later steps', f'{scratch}/temp/adr/bin\n', open(f'{scratch}/path').read())
    os.remove(f'{scratch}/called')
    status, _, err = runner.run([f'{source}/ci/lib/install.sh'], scratch, {'ADR': 'adr-not-here'}, bare)
    expect_in('where it goes by default', '--prefix /usr/local', open(f'{scratch}/called').read())
    status, _, err = runner.run([f'{source}/ci/lib/install.sh'], scratch)
    expect_in('an adr that is there is used', f'using {scratch}/bin/adr', err)

    # GitLab's image without git, curl and jq. The script goes on, and fails where it needs them.
    template = load_yaml(f'{root}/ci/gitlab/adr.gitlab-ci.yml')
    os.makedirs(f'{scratch}/few')
    for tool in ('bash', 'mktemp'):
        os.symlink(shutil.which(tool), f'{scratch}/few/{tool}')
    os.symlink(f'{scratch}/tools/apt-get', f'{scratch}/few/apt-get')
    os.symlink('/bin/sh', f'{scratch}/few/sh')
    for job in ('adr-review-issue', 'adr-change'):
        os.remove(f'{scratch}/called')
        script, variables = gitlab_script(job, template)
        runner.run_text(script, job, scratch, {**variables, 'ADR_SOURCE': 'x'}, f'{scratch}/few')
        expect('what is installed', ['apt-get update -q',
                                     'apt-get install -y -q --no-install-recommends ca-certificates curl git jq'],
               open(f'{scratch}/called').read().splitlines())


def part_nightly():
    where = workspace()
    script = f'{root}/ci/shell/nightly.sh'
    status, out, err = runner.run([script, f'{scratch}/out/deep'], where)
    expect('status with an overdue review', 1, status)
    made = ['adr.db', 'conflicts.sarif', 'lint.xml', 'review.xml', 'reviews.atom', 'reviews.csv', 'reviews.ics']
    expect('what it leaves', made, sorted(os.listdir(f'{scratch}/out/deep')))
    expect_in('the calendar', 'BEGIN:VEVENT', open(f'{scratch}/out/deep/reviews.ics').read())
    status, _, _ = runner.run([script, f'{scratch}/out/two', 'locks'], where)
    expect('status when all is well', 0, status)
    status, _, err = runner.run([script], where)
    expect_in('how to call it', 'usage:', err)
    expect('status of a wrong call', 2, status)
    status, _, err = runner.run([script, '/dev/null/x'], where)
    expect('status without a place', 3, status)
    status, _, err = runner.run([script, f'{scratch}/out/three', 'no-such-folder'], where)
    expect('status when adr fails', 3, status)


def part_every_line():
    ran = set()
    for notes in glob.glob(f'{lines}/lines-*'):
        with open(notes, encoding='utf-8') as file:
            for line in file:
                name, number = line.rstrip('\n').split('\t')
                ran.add((name, int(number)))
    texts = {os.path.basename(path): open(path, encoding='utf-8').read()
             for path in glob.glob(f'{root}/ci/**/*.sh', recursive=True)}
    for number, step in enumerate(load_yaml(f'{root}/action.yml')['runs']['steps']):
        texts[f'action.yml:{number}'] = step['run']
    template = load_yaml(f'{root}/ci/gitlab/adr.gitlab-ci.yml')
    for job in ('adr-change', 'adr-review-issue'):
        texts[job] = gitlab_script(job, template)[0]
    expect('files with scripts', True, len(texts) >= 10)
    for name, text in texts.items():
        expect(f'{name} has commands that are looked for', True, any(lines_that_never_ran(name, text, set())))
    complaints = [c for name, text in sorted(texts.items()) for c in lines_that_never_ran(name, text, ran)]
    expect('commands that no test runs', '', '\n'.join(complaints))
    for path in glob.glob(f'{root}/ci/**/*.yml', recursive=True) + [f'{root}/action.yml']:
        for text in re.findall(r'run: *(.*)', open(path, encoding='utf-8').read()):
            expect(f'an expression in a script of {path}', False, '${{' in text)


try:
    if part != 'every-line':
        runner = Runner(scratch, adr, lines)
    globals()['part_' + part.replace('-', '_')]()
finally:
    shutil.rmtree(scratch, ignore_errors=True)
