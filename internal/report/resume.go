package report

import (
	"encoding/json"
	"io"

	"github.com/levelica/levelica/internal/locale"
)

// resumeSchema is the published schema that the form follows.
const resumeSchema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.2.1/schema.json"

// resume is a report as JSON Resume writes it: the guides are skills. The form has no place for who
// assessed a skill, so each level says so itself.
type resume struct {
	Schema string        `json:"$schema"`
	Basics resumeBasics  `json:"basics"`
	Skills []resumeSkill `json:"skills"`
	Meta   resumeMeta    `json:"meta"`
}

type resumeBasics struct {
	Name string `json:"name,omitempty"`
}

type resumeSkill struct {
	Name     string   `json:"name"`
	Level    string   `json:"level"`
	Keywords []string `json:"keywords"`
}

type resumeMeta struct {
	LastModified string `json:"lastModified,omitempty"`
}

// writeResume writes the guides as the skills of a JSON Resume. The strands that have reached a level
// are the keywords.
func (d *Document) writeResume(w io.Writer) error {
	r := resume{Schema: resumeSchema, Basics: resumeBasics{Name: string(d.Person)}, Skills: []resumeSkill{}}
	if d.Date != "" {
		r.Meta.LastModified = string(d.Date) + "T00:00:00"
	}
	for i := range d.Guides {
		g := &d.Guides[i]
		skill := resumeSkill{Name: g.Title, Keywords: []string{}, Level: d.words.Text("paper.resume.level", locale.Args{
			"standing": d.standing(g), "levels": len(g.Levels), "n": g.WithEvidence, "done": g.Done,
		})}
		for _, s := range g.Strands {
			if s.Level > 0 {
				skill.Keywords = append(skill.Keywords, s.Name)
			}
		}
		r.Skills = append(r.Skills, skill)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}
