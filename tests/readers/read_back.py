# SPDX-License-Identifier: MIT
"""read_back.py FORMAT REPORT JSON: reads REPORT as programs that know FORMAT do and compares it with what the JSON report
of the same command says. Complains and exits with 1 where they differ, or where the format's rules are broken."""
import csv
import html
import html.parser
import json
import os
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree
from datetime import date

import feedparser
import icalendar
import jsonschema

here = os.path.dirname(os.path.abspath(__file__))


def clean(text, xml=False):
    """As the program cleans text for everything that is no JSON: no control and invisible characters; for XML no U+FFFE
    and U+FFFF either."""
    out = ''
    for c in text:
        point = ord(c)
        hidden = point in (0x61C, 0x200E, 0x200F, 0xFEFF) or 0x2028 <= point <= 0x202E or 0x2066 <= point <= 0x2069
        hidden = hidden or xml and point in (0xFFFE, 0xFFFF)
        out += '\ufffd' if point < 32 or 0x7F <= point < 0xA0 or hidden else c
    return out


def expect(what, expected, got):
    if expected != got:
        sys.exit(f'{what}: expected\n  {expected!r}\nbut got\n  {got!r}')


class Wanted:
    """One notice that the report has to hold."""

    def __init__(self, entry, is_review):
        self.file = f'{entry["project"]}/{entry["path"]}'  # projects lie beside each other in the repository
        self.line = entry['line']
        if is_review:
            self.rule = 'review-' + entry['state']
            self.severity = {'overdue': 'error', 'due': 'warning', 'upcoming': 'info'}[entry['state']]
            past = entry['state'] == 'overdue'
            self.message = (f'{entry["id"]} {entry["title"]} {"was" if past else "is"} to be reviewed by '
                            f'{entry["review"]}')
            self.day = entry['review']
        else:
            self.rule, self.severity, self.message = entry['rule'], entry['severity'], entry['message']
        self.entry = entry


def wanted_notices(data):
    reviews = 'due' in data
    return [Wanted(entry, reviews) for entry in (data['due'] if reviews else data['findings'])]


def files_in_conflict(data):
    return {f'{decision["project"]}/{decision["path"]}' for conflict in data['conflicts'] for camp in conflict['camps']
            for decision in camp['decisions']}


def read_github(report, wanted):
    """As the runner does (actions/runner, ActionCommand): the properties end at the first '::', pairs are separated by
    ',', names and values by the first '='; escapes are undone last."""
    def undo(text, pairs):
        for escape, c in pairs:
            text = text.replace(escape, c)
        return text
    data_escapes = [('%0D', '\r'), ('%0A', '\n'), ('%25', '%')]
    property_escapes = [('%0D', '\r'), ('%0A', '\n'), ('%3A', ':'), ('%2C', ','), ('%25', '%')]
    got = []
    for line in report.decode().splitlines():
        match = re.match(r'::(error|warning|notice) ([^\n]*?)::(.*)$', line)
        if not match:
            expect('a line that is no command', True, False)
        properties = dict(pair.split('=', 1) for pair in match[2].split(','))
        properties = {name: undo(value, property_escapes) for name, value in properties.items()}
        expect('names of properties', set(), set(properties) - {'file', 'line', 'endLine', 'col', 'endColumn', 'title'})
        got.append((properties['file'], int(properties['line']), match[1].replace('notice', 'info'),
                    properties['title'], undo(match[3], data_escapes).split('\n')[0]))
    expected = sorted((clean(w.file), w.line, w.severity, w.rule, clean(w.message)) for w in wanted)
    expect('annotations', expected, sorted(got))


def check_gitlab(issues):
    with open(os.path.join(here, 'gitlab-code-quality.schema.json')) as schema:
        jsonschema.validate(issues, json.load(schema))
    expect('different fingerprints', len(issues), len({i['fingerprint'] for i in issues}))
    return issues


def read_gitlab(report, wanted):
    issues = check_gitlab(json.loads(report))
    words = {'error': 'major', 'warning': 'minor', 'info': 'info'}
    got = sorted((i['location']['path'], i['location']['lines']['begin'], i['severity'], i['check_name'],
                  i['description']) for i in issues)
    # a path has to name the file, so it stays as it is
    expect('issues', sorted((w.file, w.line, words[w.severity], w.rule, clean(w.message)) for w in wanted), got)


def read_junit(report, wanted):
    suites = xml.etree.ElementTree.fromstring(report)
    expect('root', 'testsuites', suites.tag)
    got = []
    for suite in suites:
        expect('child of the root', 'testsuite', suite.tag)
        cases = suite.findall('testcase')
        for name, tag in (('failures', 'failure'), ('skipped', 'skipped')):
            expect(f'{name} of suite {suite.get("name")}', len(suite.findall(f'testcase/{tag}')), int(suite.get(name)))
        expect('tests', len(cases), int(suite.get('tests')))
        for case in cases:
            expect('children of a case', 1, len(case))
            severity = {'failure': 'error', 'skipped': 'warning', 'system-out': 'info'}[case[0].tag]
            message = case[0].text.split('\n')[1]
            if severity != 'info':
                expect('message', message, case[0].get('message'))
            got.append((case.get('file'), int(case.get('line')), severity, case.get('name').split(':')[0], message))
    for name in ('tests', 'failures', 'errors', 'skipped'):
        expect(f'sum of {name}', sum(int(suite.get(name)) for suite in suites), int(suites.get(name)))
    expect('cases', sorted((clean(w.file, True), w.line, w.severity, w.rule, clean(w.message, True)) for w in wanted),
           sorted(got))


def check_sarif(log):
    with open(os.path.join(here, 'sarif-2.1.0.schema.json')) as schema:
        jsonschema.validate(log, json.load(schema))
    run, = log['runs']
    rules = run['tool']['driver']['rules']
    expect('different rules', len(rules), len({rule['id'] for rule in rules}))
    prints = {result['partialFingerprints']['adrNotice/v1'] for result in run['results']}
    expect('different fingerprints', len(run['results']), len(prints))
    return run


def read_sarif(report, wanted):
    run = check_sarif(json.loads(report))
    rules = run['tool']['driver']['rules']
    got = []
    for result in run['results']:
        expect('rule of ruleIndex', result['ruleId'], rules[result['ruleIndex']]['id'])
        location = result['locations'][0]['physicalLocation']
        expect('base', '%SRCROOT%', location['artifactLocation']['uriBaseId'])
        file = urllib.parse.unquote(location['artifactLocation']['uri'])
        got.append((file, location['region']['startLine'], result['level'].replace('note', 'info'), result['ruleId'],
                    result['message']['text']))
    expect('results', sorted((w.file, w.line, w.severity, w.rule, clean(w.message)) for w in wanted), sorted(got))


class Page(html.parser.HTMLParser):
    """The text of each list item's first line, and every element that came out."""

    def __init__(self):
        super().__init__()
        self.tags, self.text, self.items, self.links = set(), '', [], []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag == 'li':
            self.items.append('')
        if tag == 'a':
            self.links.append(dict(attributes)['href'])

    def handle_data(self, data):
        if self.items:
            self.items[-1] += data


ZERO_WIDTH = '\u200b'


def render(report, more=()):
    """As forges render it: GFM, raw HTML shown, then names and numbers in the text linked."""
    rendered = subprocess.run(['cmark-gfm', '--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough',
                               '-e', 'tasklist'], input=report, stdout=subprocess.PIPE, check=True).stdout.decode()
    page = Page()
    page.feed(rendered)
    expect('elements', set(), page.tags - {'h2', 'h3', 'ul', 'li', 'p', 'strong', 'code', 'input', 'a', *more})
    text = re.sub(r'<code>.*?</code>', '', rendered)
    reference = re.search(r'(?<![\w&])([@#!~%]|GH-)[A-Za-z0-9"]', re.sub(r'<[^>]*>|&#\d+;|&\w+;', ' ', text))
    expect('references', None, reference and reference[0])
    for link in page.links:
        expect('links', True, link.startswith('https://forge.example/a/b/blob/HEAD/'))
    page.shown = html.unescape(re.sub(r'<[^>]*>', '', rendered))
    return page


def read_markdown(report, wanted):
    page = render(report)
    flat = [' '.join(item.replace(ZERO_WIDTH, '').split()) for item in page.items]
    for w in wanted:
        name = clean(w.entry['title'] if 'title' in w.entry else w.message)
        name = ' '.join(name.split())
        expect(f'times that {name!r} is shown', True, any(name in item for item in flat))
    tops = len(re.findall(rb'^- ', report, re.M))
    expect('entries', len(wanted), tops)


def read_csv(report, wanted):
    table = list(csv.DictReader(report.decode().splitlines(keepends=True), strict=True))
    expect('rows', len(wanted), len(table))
    for row in table:
        expect('cells of a row', False, None in row or None in row.values())
    if table and 'file' in table[0]:
        got = sorted((r['file'], int(r['line']), r['severity'], r['rule'], r['message'].lstrip("'")) for r in table)
        expected = sorted((clean(w.file), w.line, w.severity, w.rule, clean(w.message).lstrip("'")) for w in wanted)
    else:
        got = sorted((r['id'], r['path'], r['title'], r['review'], r['people']) for r in table)
        expected = sorted((clean(w.entry['id']), clean(w.entry['path']), clean(w.entry['title']), w.day,
                           clean('; '.join(w.entry['people']))) for w in wanted)
    expect('rows', expected, got)


def read_ics(report, wanted):
    for line in report.split(b'\r\n'):
        expect('octets of a line are at most 75', True, len(line) <= 75)
        expect('a bare line end', False, b'\n' in line or b'\r' in line)
        line.decode()  # no character is torn
    calendar = icalendar.Calendar.from_ical(report)
    expect('errors', [], calendar.errors)
    for name in ('VERSION', 'PRODID'):
        expect(f'{name} is there', True, name in calendar)
    got = []
    events = calendar.walk('VEVENT')
    for event in events:
        expect('errors', [], event.errors)
        expect('an all-day event', date, type(event['DTSTART'].dt))
        expect('DTSTAMP is in UTC', 0, event['DTSTAMP'].dt.utcoffset().seconds)
        expect('alarms', ['DISPLAY', 'DISPLAY'], [str(alarm['ACTION']) for alarm in event.walk('VALARM')])
        expect('an address', True, str(event['URL']).startswith('https://forge.example/a/b/blob/HEAD/')
               if 'URL' in event else True)
        got.append((event['DTSTART'].dt.isoformat(), str(event['SUMMARY']), str(event['DESCRIPTION']).split('\n')[0]))
    expect('different UIDs', len(events), len({str(event['UID']) for event in events}))
    expect('events', sorted((w.day, clean(f'Review: {w.entry["title"]} ({w.entry["id"]})'), clean(w.message))
                            for w in wanted), sorted(got))


def read_atom(report, wanted):
    xml.etree.ElementTree.fromstring(report)
    feed = feedparser.parse(report)
    expect('mistakes', False, bool(feed.bozo))
    expect('version', 'atom10', feed.version)
    uuid = re.compile(r'urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
    ids = [feed.feed.id] + [entry.id for entry in feed.entries]
    expect('ids that are no UUIDs', [], [i for i in ids if not uuid.match(i)])
    expect('different ids', len(ids), len(set(ids)))
    for entry in [feed.feed, *feed.entries]:
        expect('a title, an author or the feed\'s, a time', True, bool(entry.title and entry.updated_parsed))
    # feedparser takes a title for HTML when it looks like it, so the raw text is compared
    spaces = '{http://www.w3.org/2005/Atom}'
    root = xml.etree.ElementTree.fromstring(report)
    got = sorted((e.find(spaces + 'title').text, e.find(spaces + 'content').text.split('\n')[0],
                  e.find(spaces + 'category').get('term')) for e in root.findall(spaces + 'entry'))
    expect('entries', sorted((clean(f'{w.entry["state"]}: {w.entry["title"]} ({w.entry["id"]})', True),
                              clean(w.message, True), w.entry['state']) for w in wanted), got)


def read_conflicts(format, report, data):
    """How conflicts become notices is told elsewhere; here every file that takes part has to be there."""
    files = files_in_conflict(data)
    expect('files in conflict', 2, len(files))
    if format == 'sarif':
        results = check_sarif(json.loads(report))['results']
        got = set()
        for result in results:
            for location in result['locations'] + result['relatedLocations']:
                got.add(urllib.parse.unquote(location['physicalLocation']['artifactLocation']['uri']))
        expect('files', files, got)
        return
    if format == 'markdown':
        page = render(report, ('table', 'thead', 'tbody', 'tr', 'th', 'td', 'br'))
        text = ' '.join(page.shown.replace(ZERO_WIDTH, '').split())
    elif format == 'gitlab':
        text = ' '.join(issue['location']['path'] for issue in check_gitlab(json.loads(report)))
        files = {sorted(files)[0]} if sorted(files)[0] in text else {sorted(files)[1]}  # an issue has one place
    else:
        text = ' '.join(line.replace('%2C', ',').replace('%3A', ':').replace('%25', '%')
                        for line in report.decode().splitlines() if line.startswith('::'))
    for file in files:
        expect(f'{file} is named', True, clean(file) in text)


def main():
    format, report, data = sys.argv[1:]
    with open(report, 'rb') as file:
        report = file.read()
    with open(data, encoding='utf-8') as file:
        data = json.load(file)
    if 'conflicts' in data:
        read_conflicts(format, report, data)
        return
    wanted = wanted_notices(data)
    if not wanted:
        sys.exit('nothing to look for')
    globals()['read_' + format](report, wanted)


main()
