package progress

// Remark is something in a person's ratings that does not fit together. It is said as a question
// worth a look, and changes nothing.
type Remark struct {
	Kind   RemarkKind
	Level  int   // the higher level
	Below  []int // the levels below it that the remark is about
	Counts []int // for MoreAbove: done on Level, and on the one level of Below
}

// RemarkKind says what a remark is about.
type RemarkKind int

// The kinds of remarks.
const (
	// EmptyBelow: items are done on Level while levels below it have no verdict at all.
	EmptyBelow RemarkKind = iota + 1
	// MoreAbove: two rated levels where the higher one has clearly more done than the lower.
	MoreAbove
	// Scattered: the ratings follow no order of levels, so that a level says little about them.
	Scattered
)

// When a remark is made.
const (
	clearlyMore = 3 // items between a level and a lower one before it is remarked
	// LeastReproduced is the share of ratings that a clean cut between levels has to explain. The
	// usual 0.90 for Guttman's coefficient cannot be reached even by a perfect scale when one answer
	// in twenty slips; a simulated one reaches 0.83 at one in ten.
	LeastReproduced = 0.75
	// LeastRated is the number of ratings before the coefficient means anything.
	LeastRated = 20
	// leastScaled is the least of Loevinger's coefficient. Guttman's is high whenever nearly all or
	// nearly nothing is done, in whatever order: of ratings strewn at random with a fifth or four fifths
	// done it sees one in twenty, this one three in four. Of simulated persons whose levels follow each
	// other it doubts one in three hundred at one slip in twenty, and one in twenty-three at one in ten.
	leastScaled = 0.2
	// leastOfEach is how many have to be done, and how many not, before that coefficient means anything.
	leastOfEach = 10
)

// Remarks returns what does not fit together in a standing, the most striking first.
func Remarks(s Standing) []Remark {
	var remarks []Remark
	for i := len(s.Levels) - 1; i >= 0; i-- {
		if s.Levels[i].Done == 0 {
			continue
		}
		var empty []int
		for _, below := range s.Levels[:i] {
			if below.Rated == 0 {
				empty = append(empty, below.Number)
			}
		}
		if len(empty) > 0 {
			remarks = append(remarks, Remark{Kind: EmptyBelow, Level: s.Levels[i].Number, Below: empty})
		}
		break // a lower level with something done says the same of fewer levels
	}
	for i := 1; i < len(s.Levels); i++ {
		higher, lower := s.Levels[i], s.Levels[i-1]
		if lower.Rated > 0 && higher.Done-lower.Done >= clearlyMore {
			remarks = append(remarks, Remark{
				Kind: MoreAbove, Level: higher.Number, Below: []int{lower.Number}, Counts: []int{higher.Done, lower.Done},
			})
		}
	}
	h, known := scaled(s)
	if s.Rated >= LeastRated && reproduced(s) < LeastReproduced || known && h < leastScaled {
		remarks = append(remarks, Remark{Kind: Scattered})
	}
	return remarks
}

// reproduced returns Guttman's coefficient of reproducibility: the share of the ratings that the
// best clean cut explains, everything up to a level done and nothing above it, where the level
// above the cut may be half done, for that is what being on the way to it means. It is 1 where
// nothing is rated.
func reproduced(s Standing) float64 {
	if s.Rated == 0 {
		return 1
	}
	least := s.Rated
	for cut := 0; cut <= len(s.Levels); cut++ {
		errors := 0
		for i, l := range s.Levels {
			switch {
			case i < cut:
				errors += l.Rated - l.Done
			case i > cut:
				errors += l.Done
			}
		}
		least = min(least, errors)
	}
	return 1 - float64(least)/float64(s.Rated)
}

// scaled returns Loevinger's coefficient H (1948; Mokken, 1971, builds on it) within one person, and whether there is enough to say it: 1
// where nothing is done above anything that is not, 0 where that happens as often as if the same number
// of done items were strewn over the rated ones at random, and less where it happens more often. Items
// of one level are not compared with each other.
func scaled(s Standing) (h float64, known bool) {
	rated, done, turned, pairs := 0, 0, 0, 0
	for _, l := range s.Levels {
		turned += (rated - done) * l.Done // not done below, done here
		pairs += rated * l.Rated
		rated, done = rated+l.Rated, done+l.Done
	}
	if min(done, rated-done) < leastOfEach || pairs == 0 {
		return 1, false
	}
	expected := float64(pairs) * float64(done) * float64(rated-done) / (float64(rated) * float64(rated-1))
	return 1 - float64(turned)/expected, true
}
