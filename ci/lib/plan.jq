# SPDX-License-Identifier: MIT
# What to do about the issues of a repository so that there is one open issue for each project with reviews that are due,
# and none for the others. In: {label, issues: [...] of forge_list, wanted: [{project, body}]}. Out: one action per line,
# none when all is as it should be already.
#
# An issue is known by a mark at the end of its body. Boxes that people ticked stay ticked for as long as the line stays.

def limit_of_body: 60000; # GitHub takes 65536 characters

def mark($project): "<!-- adr-review: \($project | @uri) -->";

def lines: gsub("\r"; "") | split("\n");

def shortened:
	if length <= limit_of_body then .
	else (.[:limit_of_body] | split("\n")[:-1] | join("\n")) + "\n\nMore than an issue can hold: `adr review` shows all.\n"
	end;

def body_of($project): (.body | shortened | rtrimstr("\n")) + "\n\n" + mark($project);

def ticked: [lines[] | capture("^- \\[[xX]\\] (?<text>.*)$").text];

def keep_ticks($old):
	($old | ticked) as $done
	| [lines[] | if startswith("- [ ] ") and (.[6:] | IN($done[])) then "- [x] " + .[6:] else . end]
	| join("\n");

# The issue that stands for the project: the oldest open one, else the newest closed one.
def chosen: (map(select(.open)) | min_by(.number)) // max_by(.number);

def same($a; $b): ($a | lines | join("\n") | sub("\\s+$"; "")) == ($b | lines | join("\n") | sub("\\s+$"; ""));

.label as $name | .issues as $issues
| [.wanted[] | . as $wanted | mark(.project) as $mark
	| ($issues | map(select(.body | contains($mark)))) as $mine
	| ($mine | chosen) as $issue
	| body_of(.project) as $body
	| if $issue == null then
		{action: "create", title: "Decisions to review: \(.project)", body: $body, labels: [$name]}
	  else
		($body | keep_ticks($issue.body)) as $body
		| same($body; $issue.body) as $unchanged
		| (if $unchanged and ($issue.open or $issue.declined) then empty
		   else {action: (if $issue.open then "update" else "reopen" end), number: $issue.number,
			body: (if $unchanged then null else $body end), state: (if $issue.open then null else "open" end)}
		   end),
		  ($mine[] | select(.open and .number != $issue.number)
			| {action: "close the double", number, state: "closed", reason: "not_planned"})
	  end],
  [(.wanted | map(mark(.project))) as $wanted
	| $issues[] | select(.open and (.body | test("<!-- adr-review: [^>]* -->")))
	| .body as $body | select(any($wanted[]; . as $mark | $body | contains($mark)) | not)
	| {action: "close", number, state: "closed", reason: "completed"}]
| .[]
