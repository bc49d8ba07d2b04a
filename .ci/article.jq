# What the article profile must show: the articles' own seconds, within 6 %.
include "medians";
claim("pokeapi: sequential await, in seconds (article: 8.6)"; time("pokeapi"; "sequential-await") / 1e9; 8.084; 9.116),
claim("baidu: new-client loop, in seconds (article: 16.6)"; time("baidu"; "sequential-sync-new-client") / 1e9; 15.604; 17.596)
