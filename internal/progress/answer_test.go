package progress

import (
	"errors"
	"testing"
)

func TestMalformedAnswersAreRefusedWithTheirPlace(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers []Answer
		want    AnswerError
	}{
		{"unknown item", []Answer{{id(1, 0), Yes}, {"고양이-🙂", Yes}}, AnswerError{2, "고양이-🙂", ItemUnknown}},
		{"no item", []Answer{{"", No}}, AnswerError{1, "", ItemUnknown}},
		{"answered twice", []Answer{{id(1, 0), Yes}, {id(2, 0), No}, {id(1, 0), LeftOut}}, AnswerError{3, id(1, 0), ItemRepeated}},
		{"reply too high", []Answer{{id(1, 0), RepliedCanTeach + 1}}, AnswerError{1, id(1, 0), ReplyUnknown}},
		{"reply below all", []Answer{{id(1, 0), -1}}, AnswerError{1, id(1, 0), ReplyUnknown}},
	} {
		_, err := DefaultPlacer().Place(sample(), 1, c.answers)
		var got *AnswerError
		if !errors.As(err, &got) || *got != c.want {
			t.Errorf("%s: %v, want %v", c.name, err, &c.want)
		}
	}
}

func TestAVerdictAndItsReplySayTheSame(t *testing.T) {
	for v := NotYet; v <= CanTeach; v++ {
		if back, ok := Replied(v).Verdict(); !ok || back != v {
			t.Errorf("%s became %s, %v", v, back, ok)
		}
	}
	if Replied(Cleared) != LeftOut || Replied(Verdict(9)) != LeftOut {
		t.Error("what is no verdict is a reply")
	}
}

func TestAPlainAnswerLeavesAFinerOneThatSaysTheSame(t *testing.T) {
	for _, c := range []struct {
		reply Reply
		over  [5]Verdict // cleared, not yet, with help, on my own, can teach
	}{
		{Yes, [5]Verdict{OnMyOwn, OnMyOwn, OnMyOwn, OnMyOwn, CanTeach}},
		{No, [5]Verdict{NotYet, NotYet, WithHelp, NotYet, NotYet}},
		{RepliedWithHelp, [5]Verdict{WithHelp, WithHelp, WithHelp, WithHelp, WithHelp}},
		{RepliedOnMyOwn, [5]Verdict{OnMyOwn, OnMyOwn, OnMyOwn, OnMyOwn, OnMyOwn}},
	} {
		for old := Cleared; old <= CanTeach; old++ {
			if v, ok := c.reply.Over(old); !ok || v != c.over[old-Cleared] {
				t.Errorf("%s over %s is %s, %v", c.reply, old, v, ok)
			}
		}
	}
	if _, ok := LeftOut.Over(CanTeach); ok {
		t.Error("a question that was left out gives a verdict")
	}
}

func TestWhatIsNoReplyIsWrittenByItsNumber(t *testing.T) {
	if below, above := Reply(-1).String(), Reply(replies).String(); below != "Reply(-1)" || above != "Reply(7)" {
		t.Errorf("%s and %s", below, above)
	}
}

func TestEveryReplyIsReadBackFromItsNameAndItsKey(t *testing.T) {
	for r := LeftOut; r <= RepliedCanTeach; r++ {
		if got, err := ParseReply(r.String()); err != nil || got != r {
			t.Errorf("%s came back as %s, %v", r, got, err)
		}
	}
	for key, want := range map[string]Reply{" Y ": Yes, "n": No, "S": LeftOut, "0": RepliedNotYet, "3": RepliedCanTeach} {
		if got, err := ParseReply(key); err != nil || got != want {
			t.Errorf("%q came back as %s, %v", key, got, err)
		}
	}
	for _, in := range []string{"", "4", "-1", "ja", "네", "🙂", "yes please", "b"} {
		if got, err := ParseReply(in); err == nil {
			t.Errorf("ParseReply(%q) = %s, want an error", in, got)
		}
	}
}
