package main

import (
	"slices"
	"time"
)

// sample is a series of measurements of one thing, all in the same unit.
type sample []float64

// at returns the value that a part q (0 to 1) of the sample does not exceed, by the nearest rank:
// it is always one that was measured.
func (s sample) at(q float64) float64 {
	if len(s) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}

func (s sample) median() float64 { return s.at(0.5) }

// summary is what is kept of a sample.
type summary struct {
	Count  int     `json:"count"`
	Least  float64 `json:"least"`
	Lower  float64 `json:"lowerQuartile"`
	Median float64 `json:"median"`
	Upper  float64 `json:"upperQuartile"`
	P99    float64 `json:"p99"`
	Most   float64 `json:"most"`
}

func (s sample) summary() summary {
	return summary{
		Count: len(s), Least: s.at(0), Lower: s.at(0.25), Median: s.median(),
		Upper: s.at(0.75), P99: s.at(0.99), Most: s.at(1),
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }

func microseconds(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e3 }

// inTurn does several things again and again, each once in a round, in the opposite order in every
// other round: what changes on the machine meanwhile then falls on all of them alike.
func inTurn(rounds int, tasks ...func() error) error {
	for round := range rounds {
		order := slices.Clone(tasks)
		if round%2 == 1 {
			slices.Reverse(order)
		}
		for _, task := range order {
			if err := task(); err != nil {
				return err
			}
		}
	}
	return nil
}
