# The median of a scenario's strategy, in nanoseconds, from the raw iterations, without the code of the reports.
def median: sort | if length % 2 == 1 then .[length / 2 | floor] else (.[length / 2 - 1] + .[length / 2]) / 2 end;
def found($scenario; $strategy): .cases[] | select(.scenario == $scenario and .strategy == $strategy);
def time($scenario; $strategy): [found($scenario; $strategy).iterationsNs[]] | median;
def efficiency($scenario; $strategy): found($scenario; $strategy).boundNs / time($scenario; $strategy);
def claim($words; $value; $low; $high):
    (if $value >= $low and $value <= $high then "held  " else "FAILED" end)
    + " \($words): \($value * 1000 | round / 1000) (allowed: \($low) to \(if $high == infinite then "any" else $high end))";
