package guide

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// korean is one level of Korean words that keep the rules, with one item.
const korean = `language: ko
made_from: "0000000000000000"
title: 백엔드 엔지니어링
levels:
  - title: 엔드포인트 탐험가
    description: 화면 뒤에서 첫걸음을 뗍니다. 예제를 옆에 두고 작은 서비스를 켜고 요청과 응답을 읽습니다. 기존 방식을 따라 엔드포인트를 하나 더하고 저장된 기록을 돌려줍니다. 만든 것은 누군가 확인합니다. 데이터와 오류와 접근을 어떻게 다룰지는 아직 혼자 정하기 어렵습니다. 드레이퍼스 모형의 초보자(Novice) 단계에 해당합니다.
    next: 열 개 중 여덟 개를 표시하면 다음은 [데이터 빌더](#level-2) 레벨입니다. 취미에 쓸 표 두 개를 그리고 열 줄씩 채운 뒤 두 표가 모두 필요한 질문 하나에 답해 봅니다. 로그인이 있는 작은 애플리케이션을 만드는 모습을 지켜본 다음 직접 만듭니다. Bandura(1977)는 남을 지켜보면 자신감이 오르고 스스로 해낸 경험은 더 확실히 올린다고 했습니다.
  - title: 데이터 빌더
    description: 화면 뒤에서 첫걸음을 뗍니다. 예제를 옆에 두고 작은 서비스를 켜고 요청과 응답을 읽습니다. 기존 방식을 따라 엔드포인트를 하나 더하고 저장된 기록을 돌려줍니다. 만든 것은 누군가 확인합니다. 데이터와 오류와 접근을 어떻게 다룰지는 아직 혼자 정하기 어렵습니다. 드레이퍼스 모형의 상급 초보자(Advanced Beginner) 단계에 해당합니다.
    next: 열 개 중 여덟 개를 표시하면 더 오를 레벨은 없고, 2단계 인증처럼 이름에 든 단계만 남습니다. 해마다 작은 서비스를 그해의 도구로 손수 만들고, 처음 배우는 사람에게 가르치면서 자기 기준이 어디에서 헷갈리는지 살핍니다. 그런 다음 가장 숙련된 동료에게 주는 안내를 줄입니다. Kalyuga 외(2003)는 초보자를 돕는 안내가 숙련자에게는 방해가 될 수 있음을 보였습니다.
items:
  be-001:
    text: 느린 질의의 시간을 실행 계획을 읽은 뒤 절반으로 줄입니다.
    evidence: 실행 계획과 전후의 시간을 보여 주세요.
`

// koreanFaults returns the faults that the Korean rules find in a text.
func koreanFaults(t *testing.T, text string) Faults {
	t.Helper()
	src, faults := parseSource("ko.yaml", []byte(text))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	check := &textValidation{validation: &validation{}, src: src, text: &textFile{}}
	if faults := src.decode(check.text); len(faults) > 0 {
		t.Fatal(faults)
	}
	check.text.Overview = strings.Repeat("이 안내는 백엔드를 다룹니다. ", 20)
	check.checkKorean()
	return check.faults
}

func TestKoreanHasItsOwnRules(t *testing.T) {
	if found := koreanFaults(t, korean); len(found) > 0 {
		t.Fatalf("sound Korean has faults:\n%v", found)
	}
	item := "느린 질의의 시간을 실행 계획을 읽은 뒤 절반으로 줄입니다."
	for i, c := range []struct{ rule, old, new string }{
		{"L02", "title: 데이터 빌더", "title: 빌더"},
		{"L02", "title: 데이터 빌더", "title: 시니어 빌더"},
		{"L02", "title: 데이터 빌더", "title: 엔드포인트 탐험가"},
		{"L03", "첫걸음을 뗍니다", "첫걸음을 떼요"},
		{"L03", "화면 뒤에서 첫걸음을 뗍니다. 예제를 옆에 두고 작은 서비스를 켜고 요청과 응답을 읽습니다. 기존 방식을 따라 엔드포인트를 하나 더하고 저장된 기록을 돌려줍니다. 만든 것은 누군가 확인합니다. ", ""},
		{"L04", "초보자(Novice)", "입문자(Novice)"},
		{"L07", item, "느린 질의의 시간을 실행 계획을 읽은 뒤 절반으로 줄이기."},
		{"L07", item, "느린 질의의 실행 계획을 읽습니다. 그 시간을 절반으로 줄입니다."},
		{"L08", item, "느린 질의의 시간이 늘어나는 까닭을 실행 계획으로 이해합니다."},
		{"L09", item, "줄입니다."},
		{"L10", item, "느린 질의의 시간을 실행 계획보다 오래 끌지 않습니다."},
		{"L11", item, "느린 PostgreSQL 질의의 시간을 절반으로 줄입니다."},
		{"L12", "보여 주세요", "보여 줌"},
		{"L14", "다음은 [데이터 빌더](#level-2) 레벨입니다", "다음이 또 있습니다"},
		{"L14", "Bandura(1977)는", "여러 사람은"},
		{"L24", item, "느린 query의 시간을 실행 계획을 읽은 뒤 절반으로 줄입니다."},
		{"L24", item, "느린 질의을(를) 실행 계획을 읽은 뒤 절반으로 줄입니다."},
		{"L25", "(#level-2) 레벨입니다", "(#level-2) 단계입니다"},
		{"L25", "취미에 쓸 표 두 개를 그리고", "2단계에 쓸 표 두 개를 그리고"},
		{"L24", "evidence: 실행 계획과 전후의 시간을 보여 주세요.", "evidence: Show the plan."},
	} {
		t.Run(fmt.Sprintf("%02d %s", i, c.rule), func(t *testing.T) {
			if !strings.Contains(korean, c.old) {
				t.Fatalf("the text does not hold %q", c.old)
			}
			found := koreanFaults(t, strings.Replace(korean, c.old, c.new, 1))
			if !slices.ContainsFunc(found, func(f Fault) bool { return f.Rule == c.rule && f.Line > 1 }) {
				t.Errorf("no fault of %s; found:\n%v", c.rule, found)
			}
		})
	}
}

func TestAStaleTranslationIsFound(t *testing.T) {
	files := copyOf(t, specimen)
	english, err := readFile[textFile](files, path.Join(specimen, "en.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	stale := func() bool {
		return slices.ContainsFunc(Validate(files, specimen), func(f Fault) bool {
			return f.Rule == "L24" && path.Base(f.File) == "xx.yaml"
		})
	}
	// English words under another name stand for a translation that is complete.
	text := string(files[path.Join(specimen, "en.yaml")].Data)
	text = strings.Replace(text, "language: en", "language: xx\nmade_from: \""+english.digest()+"\"", 1)
	files[path.Join(specimen, "xx.yaml")] = &fstest.MapFile{Data: []byte(text)}
	if stale() {
		t.Error("a translation of today's words is called stale")
	}
	spoil(t, files, "en.yaml", "Reduce the measured time", "Reduce the measured duration")
	if !stale() {
		t.Error("the English words changed, and the translation is not called stale")
	}
}
