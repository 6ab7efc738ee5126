# SPDX-License-Identifier: MIT
"""import_twice.py FIRST SECOND: imports two calendars as RFC 5546, 2.1.5 tells: of two copies of an event, known by its
UID, the one with the larger SEQUENCE holds, then that with the later DTSTAMP. Afterwards there must be one event for each
record, with the second calendar's day."""
import sys

import icalendar


def events(path):
    with open(path, 'rb') as file:
        return icalendar.Calendar.from_ical(file.read()).walk('VEVENT')


def age(event):
    return event['SEQUENCE'], event['DTSTAMP'].dt


kept = {}
for path in sys.argv[1:]:
    for event in events(path):
        uid = str(event['UID'])
        if uid not in kept or age(event) > age(kept[uid]):
            kept[uid] = event

first, second = ({str(e['UID']): e['DTSTART'].dt for e in events(path)} for path in sys.argv[1:])
moved = [uid for uid in first if first[uid] != second[uid]]
if set(first) != set(second):
    sys.exit('the same records have other UIDs on another day')
if len(moved) != 2:
    sys.exit(f'{len(moved)} events moved; two did in the records')
if {uid: event['DTSTART'].dt for uid, event in kept.items()} != second:
    sys.exit('after importing both, events are doubled or stand on their old day')
