# The median of a scenario's strategy, in nanoseconds, from the raw iterations, without the code of the reports.
def median: sort | if length % 2 == 1 then .[length / 2 | floor] else (.[length / 2 - 1] + .[length / 2]) / 2 end;
def found($scenario; $strategy): .cases[] | select(.scenario == $scenario and .strategy == $strategy);
def time($scenario; $strategy): [found($scenario; $strategy).iterationsNs[]] | median;
def efficiency($scenario; $strategy): first(found($scenario; $strategy)).boundNs / time($scenario; $strategy);
# The logarithms of the rounds' ratios of two strategies, and whether their mean is 0 by Student's t with 4 degrees of freedom, 5 %.
def round($scenario; $strategy; $launch): [found($scenario; $strategy) | select(.launch == $launch).iterationsNs[]] | median;
def logs($scenario; $a; $b): [range(1; 6) as $launch | round($scenario; $a; $launch) / round($scenario; $b; $launch) | log];
def mean: add / length;
def equal: mean as $mean | $mean * $mean <= 2.776 * 2.776 * (map(. - $mean | . * .) | add) / (length - 1) / length;
def claim($words; $value; $low; $high):
    (if $value >= $low and $value <= $high then "held  " else "FAILED" end)
    + " \($words): \($value * 1000 | round / 1000) (allowed: \($low) to \(if $high == infinite then "any" else $high end))";
