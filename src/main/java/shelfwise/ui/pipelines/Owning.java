package shelfwise.ui.pipelines;

/** Own operators and what is done with them. */
record Owning(OwnViewModel model, OwnActs acts) { }
