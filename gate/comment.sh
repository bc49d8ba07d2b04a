#!/usr/bin/env bash
# comment.sh FILE: posts gate-comment.md to the pull request, or updates the comment of an earlier run. Used by action.yml.
# Needs gh, and the variables GH_TOKEN, GITHUB_REPOSITORY and PULL_REQUEST, the number; without a number there is nothing to do.
# It never fails: the verdict is the gate's, and the step summary shows the same page. The token of a fork cannot write a comment.
set -uo pipefail

file=$1
comments=repos/$GITHUB_REPOSITORY/issues

no_comment() {
    echo "::notice title=bench-gate::No comment was written: $1"
    exit 0
}

# What gh says about a failure is on its last line; before it is the answer.
refused() {
    no_comment "${1##*$'\n'}. The step summary shows the same page."
}

if [ -z "${PULL_REQUEST:-}" ]; then exit 0; fi
if [ ! -s "$file" ]; then no_comment 'the gate has no verdict.'; fi

# By the marker, which nobody sees, and by the author: another person could write the marker, and later change the verdict.
own='.[] | select((.body | startswith("<!-- bench-gate -->")) and .user.login == "github-actions[bot]") | .id'
found=$(gh api --paginate "$comments/$PULL_REQUEST/comments" --jq "$own" 2>&1) || refused "$found"
first=$(grep -m 1 -xE '[0-9]+' <<< "$found")

if [ -n "$first" ]; then
    said=$(gh api --silent --method PATCH "$comments/comments/$first" -F "body=@$file" 2>&1)
else
    said=$(gh api --silent --method POST "$comments/$PULL_REQUEST/comments" -F "body=@$file" 2>&1)
fi || refused "$said"
