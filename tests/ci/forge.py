# SPDX-License-Identifier: MIT
"""A stand-in for the issues of GitHub and GitLab on 127.0.0.1: keeps issues, answers as the documentation of the REST
APIs says, and refuses (and remembers) requests that the real ones would refuse."""
import http.server
import json
import threading
import urllib.parse

TOKEN = 'secret-token'


class Forge:
    def __init__(self, kind):
        self.kind = kind
        self.issues = []
        self.requests = []     # (method, path, body)
        self.violations = []
        self.fault = None      # what to answer in place of the truth: (status, bytes)
        self.hang_up = False
        self.busy = 0  # so many requests are told to come again
        forge = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_GET(self):
                forge.handle(self)

            do_POST = do_PATCH = do_PUT = do_DELETE = do_GET

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f'http://127.0.0.1:{self.server.server_address[1]}'

    def environment(self):
        if self.kind == 'github':
            return {'GITHUB_ACTIONS': 'true', 'GITHUB_API_URL': self.address, 'GITHUB_REPOSITORY': 'ferries/all',
                    'GITHUB_SERVER_URL': 'https://forge.example', 'GITHUB_TOKEN': TOKEN,
                    'ADR_RETRY_SECONDS': '0'}
        return {'GITLAB_CI': 'true', 'CI_API_V4_URL': self.address + '/api/v4', 'CI_PROJECT_ID': '7',
                'CI_PROJECT_URL': 'https://forge.example/ferries/all', 'GITLAB_TOKEN': TOKEN,
                'ADR_RETRY_SECONDS': '0'}

    def writes(self):
        """What was written since the last call."""
        done = [request for request in self.requests if request[0] != 'GET']
        self.requests = []
        return done

    # -- requests

    def handle(self, handler):
        if self.hang_up:
            handler.connection.close()
            return
        length = int(handler.headers.get('Content-Length') or 0)
        raw = handler.rfile.read(length)
        url = urllib.parse.urlsplit(handler.path)
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = None
            self.violations.append(f'{handler.command} {url.path}: the body is no JSON')
        self.requests.append((handler.command, url.path, body))
        self.check_headers(handler)
        if self.busy:
            self.busy -= 1
            handler.send_response(429)
            handler.send_header('Retry-After', '0')
            handler.send_header('Content-Length', '0')
            handler.end_headers()
            self.requests.pop()
            return
        if self.fault:
            status, answer = self.fault
        else:
            status, answer = self.answer(handler.command, url.path, dict(urllib.parse.parse_qsl(url.query)), body)
            answer = json.dumps(answer).encode()
        handler.send_response(status)
        handler.send_header('Content-Length', str(len(answer)))
        handler.end_headers()
        handler.wfile.write(answer)

    def check_headers(self, handler):
        wanted = {'github': {'Authorization': f'Bearer {TOKEN}', 'Accept': 'application/vnd.github+json',
                             'X-GitHub-Api-Version': '2022-11-28'},
                  'gitlab': {'PRIVATE-TOKEN': TOKEN}}[self.kind]
        wanted['Content-Type'] = 'application/json'
        for name, value in wanted.items():
            if handler.headers.get(name) != value:
                self.violations.append(f'{handler.command}: header {name} is {handler.headers.get(name)!r}')

    def refuse(self, message):
        self.violations.append(message)
        return 422, {'message': 'Validation Failed: ' + message}

    def answer(self, method, path, query, body):
        base = {'github': '/repos/ferries/all/issues', 'gitlab': '/api/v4/projects/7/issues'}[self.kind]
        rest = path[len(base):]
        if not path.startswith(base) or (rest and not rest[1:].isdigit()):
            return self.refuse(f'no such address: {path}')
        if method == 'GET' and not rest:
            return self.list(query)
        if method == 'POST' and not rest:
            return self.create(body)
        if rest and method == {'github': 'PATCH', 'gitlab': 'PUT'}[self.kind]:
            return self.update(int(rest[1:]), body)
        return self.refuse(f'{method} {path}')

    def list(self, query):
        if set(query) != {'labels', 'state', 'per_page', 'page'} or query['state'] != 'all':
            return self.refuse(f'list with {query}')
        per_page, page = int(query['per_page']), int(query['page'])
        if per_page > 100:
            return self.refuse('per_page is at most 100')
        found = [issue for issue in self.issues if query['labels'] in issue['labels']]
        return 200, [self.shown(issue) for issue in found[::-1][(page - 1) * per_page:page * per_page]]

    def create(self, body):
        body_key = {'github': 'body', 'gitlab': 'description'}[self.kind]
        label_type = {'github': list, 'gitlab': str}[self.kind]
        if set(body) != {'title', body_key, 'labels'} or not isinstance(body['labels'], label_type):
            return self.refuse(f'create with {sorted(body)}')
        if len(body[body_key]) > 65536 or not body['title']:
            return self.refuse('body is too long')
        labels = body['labels'] if self.kind == 'github' else body['labels'].split(',')
        return 201, self.shown(self.add(body['title'], body[body_key], labels))

    def add(self, title, body, labels, **more):
        issue = {'number': len(self.issues) + 1, 'title': title, 'body': body, 'labels': labels, 'open': True,
                 'reason': None, **more}
        self.issues.append(issue)
        return issue

    def update(self, number, body):
        if number > len(self.issues):
            return 404, {'message': 'Not Found'}
        issue = self.issues[number - 1]
        allowed = {'github': {'title': str, 'body': str, 'state': str, 'state_reason': str},
                   'gitlab': {'title': str, 'description': str, 'state_event': str}}[self.kind]
        for key, value in body.items():
            if not isinstance(value, allowed.get(key, ())):
                return self.refuse(f'update with {key}: {value!r}')
        state = {'open': True, 'reopen': True, 'closed': False, 'close': False, None: issue['open']}
        issue['open'] = state[body.get('state', body.get('state_event'))]
        reason = body.get('state_reason')
        if reason not in (None, 'completed', 'not_planned', 'reopened'):
            return self.refuse(f'state_reason {reason}')
        issue['reason'] = reason if not issue['open'] else None
        issue['body'] = body.get('body', body.get('description', issue['body']))
        return 200, self.shown(issue)

    def shown(self, issue):
        if self.kind == 'github':
            shown = {'number': issue['number'], 'title': issue['title'], 'body': issue['body'] or None,
                     'state': 'open' if issue['open'] else 'closed', 'state_reason': issue['reason'],
                     'labels': [{'name': label} for label in issue['labels']]}
            if issue.get('pull_request'):
                shown['pull_request'] = {'url': 'x'}
            return shown
        return {'id': 1000 + issue['number'], 'iid': issue['number'], 'title': issue['title'],
                'description': issue['body'] or None, 'state': 'opened' if issue['open'] else 'closed',
                'labels': issue['labels']}
