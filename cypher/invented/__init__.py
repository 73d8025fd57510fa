"""An invented world of any size and its newspapers: what benchmarks and great runs feed the graph with.

    world = World(people=100_000, seed=1)
    for reading in world_news(world, meetings=1_000_000): ...      # some 1.5 million `ReadingRows`

The same numbers give the same world, on any machine. It is skewed like the real one: a few ministers meet
people every week and most officials a handful of times; large states have more of everything; of most
meetings one paper tells and of some a dozen, a tenth of them with an agency's copy.

- `world`: its countries, places, parties and people. `World.people` begins with the busiest
- `news`: what its newspapers write, in the order of the days, as the ledger takes it
- `loading`: a graph that holds the world, with its ledger, made at once
- `deliveries`: the same as it arrives: sent twice, corrected, taken back
"""
