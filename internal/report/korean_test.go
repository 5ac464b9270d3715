package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
)

var korean = locale.For("ko")

var koreanLevels = []string{
	"엔드포인트 탐험가", "데이터 빌더", "서비스 제작자", "시스템 통합자", "신뢰성 리드", "분산 시스템 아키텍트", "플랫폼 전략가",
}

var koreanItems = [guide.ItemsPerLevel]string{
	"클라이언트 두 버전을 버전이 붙은 엔드포인트 하나로 동시에 지원합니다(%d).",
	"돌아가는 서비스와 자동 테스트로 비교되는 API 명세 파일을 공개합니다(%d).",
	"운영 중인 [스키마](#term-schema)를 되돌릴 수 있는 단계로 바꿉니다(%d).",
	"실행 계획을 읽고 느린 쿼리의 시간을 절반으로 줄입니다(%d).",
	"권한표에 적힌 역할에 따라 모든 엔드포인트의 접근을 제한합니다(%d).",
	"유출된 시크릿을 발견한 뒤 하루 안에 교체합니다(%d).",
	"한 번도 본 적 없는 동료가 묻지 않고 따라 할 수 있는 절차로 빈 컴퓨터에 서비스를 배포합니다(%d).",
	"변경할 때마다 도는 테스트로 서비스의 핵심 흐름을 확인합니다(%d).",
	"실패한 요청 하나를 식별자로 여러 서비스의 로그에서 추적합니다(%d).",
	"외부 호출마다 타임아웃과 정해진 재시도 횟수를 둡니다(%d).",
}

// koreanDocument is a report of a Korean guide in Korean, with a level, gaps and every verdict.
func koreanDocument() *Document {
	g := sample("backend-engineering", "백엔드 엔지니어링")
	g.Language = "ko"
	names := []string{"인터페이스", "데이터", "보안", "테스트와 배포", "운영"}
	g.Strands = nil
	for i, s := range sampleStrands {
		s.Name = names[i]
		g.Strands = append(g.Strands, s)
	}
	for l := range g.Levels {
		level := &g.Levels[l]
		level.Title, level.Description = koreanLevels[l], "서비스를 만듭니다."
		level.Next = "열 개 중 여덟 개에 표시하면 다음 레벨입니다. 처리 흐름은 찾아보기 전에 먼저 기억나는 대로 적어 봅니다. " +
			"[Roediger & Karpicke(2006)](#ref-roediger-2006)의 실험에서 스스로 시험해 본 사람은 며칠 뒤에 더 많이 기억했습니다."
		for i := range level.Items {
			level.Items[i].Text = fmt.Sprintf(koreanItems[i], level.Number)
		}
	}
	marks := rate(g, "ddddtddd.n", "dddhdd....", "hn")
	return New([]Subject{{Guide: g, Marks: marks}}, Options{Person: "박민아 🙂", At: sampleTime, Items: true, Open: true, Strands: true}, korean)
}

// Words of the guide and of the person are theirs; everything else of a Korean report is Korean.
func TestNoEnglishWordStandsInAKoreanReport(t *testing.T) {
	theirs := regexp.MustCompile(`Roediger & Karpicke|Levelica|HTML|PDF|API|backend-engineering|be-\d+`)
	latin := regexp.MustCompile(`[A-Za-z]{3,}`)
	for _, f := range []Format{Markdown, PDF} {
		text := render(t, koreanDocument(), f)
		if f == PDF {
			text = pdfText(t, text, "-layout")
		}
		for line := range strings.Lines(theirs.ReplaceAllString(string(text), "")) {
			if word := latin.FindString(strings.TrimPrefix(line, "```text")); word != "" {
				t.Errorf("%s: %q stands in %q", f.Name(), word, line)
			}
		}
	}
}

func TestEveryLetterOfAKoreanReportIsDrawn(t *testing.T) {
	text := string(pdfText(t, render(t, koreanDocument(), PDF), "-layout"))
	// The smile is in no typeface of the PDF; nothing else may be missing.
	if n := strings.Count(text, "□"); n != strings.Count(text, "박민아 □")+1 { // and the line that says what □ is
		t.Errorf("%d signs stand for letters that are missing:\n%s", n, text)
	}
	for _, level := range koreanLevels {
		if !strings.Contains(text, level) {
			t.Errorf("%s cannot be read in the PDF", level)
		}
	}
}
