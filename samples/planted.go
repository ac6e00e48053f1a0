package samples

// What the generator plants in every seed, so that tests can show that the
// program finds it, and finds nothing where nothing is. Shares are of 1, scores
// go from 0 to 100, cohorts are compared by their last survey round.
const (
	// PlantedUsed and PlantedUsedBefore are the shares of those who answered in
	// the last round of 2025/26 and of 2024/25 who used something they had
	// learned. (25 or more answered in each.)
	PlantedUsed, PlantedUsedBefore = 0.75, 0.35
	// PlantedDip is the least by which attendance in the second term of a year
	// falls behind its first and its third term.
	PlantedDip = 0.1
	// PlantedEagerness is the least by which those who answered a round came
	// more often, up to the day it opened, than those who did not.
	PlantedEagerness = 0.15
	// PlantedUnreached is the number of members in the one organisation of
	// 2025/26 of which nobody ever comes. No other cohort has one.
	PlantedUnreached = 5
	// PlantedStories is the least by which stories at a meeting where the value
	// detectives met outnumber those at another one, on average.
	PlantedStories = 1.0
	// PlantedSameScore is the most by which immediate value differs between the
	// last rounds of two cohorts, in points: nothing, but for rounding.
	PlantedSameScore = 2.0
	// PlantedSameReach is the most by which the share of members reached differs
	// between 2024/25 and 2025/26: nothing, but for a name that nobody links.
	PlantedSameReach = 0.06
)

// The question on learning together changed its words and its scale: its
// construct cannot be compared between cohorts before and since.
const changedItem, changedSince = "so_learn", "2025"

// PlantedChange names the construct whose one question changed, and the first
// cohort that was asked in the new way.
const PlantedChange, PlantedChangeSince = "social_learning", changedSince
