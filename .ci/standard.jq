# What the standard profile must show.
include "medians";
(("pokeapi", "baidu") as $s
    | claim("\($s): fan-out is so many times as fast as sequential await"; time($s; "sequential-await") / time($s; "when-all"); 40; infinite),
      claim("\($s): sequential sync / sequential await, 1 if the rounds do not tell them apart";
          logs($s; "sequential-sync"; "sequential-await") | if equal then 1 else mean | exp end; 0.97; 1.03),
      claim("\($s): efficiency of sequential sync"; efficiency($s; "sequential-sync"); 0.70; 1),
      claim("\($s): efficiency of sequential await"; efficiency($s; "sequential-await"); 0.70; 1)),
claim("baidu: new client / shared client"; time("baidu"; "sequential-sync-new-client") / time("baidu"; "sequential-sync"); 1.3; 1.7),
claim("baidu: efficiency of the new-client loop"; efficiency("baidu"; "sequential-sync-new-client"); 0.70; 1)
