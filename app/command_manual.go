package app

import (
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"

	"github.com/alecthomas/kong"
)

// manualCommand writes what packages install beside the program: the manual page, and the words that
// shells complete. All of it is made from the command line itself, so that it names every command.
type manualCommand struct {
	Form string `arg:"" help:"man, bash, zsh or fish." enum:"man,bash,zsh,fish"`
}

// manualPages are the manual page in each language.
//
//go:embed levelica.en.1.tmpl levelica.ko.1.tmpl
var manualPages embed.FS

// Run writes the manual page or a shell's completions to standard output.
func (m manualCommand) Run(t *terminal, k *kong.Context) error {
	line := describe(k.Model)
	line.Version, line.Date = t.app.build.Version, t.app.build.Date
	switch m.Form {
	case "bash":
		return line.bash(t.out)
	case "zsh":
		return line.zsh(t.out)
	case "fish":
		return line.fish(t.out)
	}
	name := "levelica." + t.words.Language + ".1.tmpl"
	page := template.Must(template.New(name).Funcs(template.FuncMap{"roff": roff}).ParseFS(manualPages, name))
	return page.Execute(t.out, line)
}

// manual is the command line as a manual tells it.
type manual struct {
	Version, Date string
	Flags         []manualFlag
	Commands      []manualEntry
}

type manualEntry struct {
	Name, Does  string
	Group       string   // what the command that holds this one does, "" where none does
	Under       []string // for shells: the commands that this one holds
	Positionals []manualPositional
	Flags       []manualFlag
}

type manualPositional struct{ Form, Does string }

type manualFlag struct {
	Name, Short string // "output", "o" or ""
	Value       string // what stands for its value, "" for a switch
	Does        string
}

// describe reads kong's model.
func describe(model *kong.Application) manual {
	line := manual{Flags: flagsOf(model.Node)}
	for _, node := range model.Leaves(true) {
		entry := manualEntry{Name: strings.TrimPrefix(node.FullPath(), model.Name+" "), Does: node.Help, Flags: flagsOf(node)}
		if node.Parent != model.Node {
			entry.Group = node.Parent.Help
		}
		for _, p := range node.Positional {
			entry.Positionals = append(entry.Positionals, manualPositional{p.Summary(), p.Help})
		}
		line.Commands = append(line.Commands, entry)
	}
	return line
}

func flagsOf(node *kong.Node) []manualFlag {
	var flags []manualFlag
	for _, f := range node.Flags {
		if f.Hidden || f.Name == "help" {
			continue
		}
		found := manualFlag{Name: f.Name, Does: f.Help}
		if f.Short != 0 {
			found.Short = string(f.Short)
		}
		if !f.IsBool() {
			found.Value = f.FormatPlaceHolder()
		}
		flags = append(flags, found)
	}
	return flags
}

// words returns what can follow the name of a command that begins with a dash.
func words(flags []manualFlag) string {
	var all []string
	for _, f := range flags {
		all = append(all, "--"+f.Name)
		if f.Short != "" {
			all = append(all, "-"+f.Short)
		}
	}
	return strings.Join(append(all, "--help"), " ")
}

// takesGuide reports whether a command begins with the slug of a guide.
func (e manualEntry) takesGuide() bool {
	return len(e.Positionals) > 0 && strings.Contains(strings.ToLower(e.Positionals[0].Form), "guide")
}

// typedFirst returns the commands as a shell completes them: by their first word, with the flags of
// all the commands that begin with it.
func (m manual) typedFirst() []manualEntry {
	var first []manualEntry
	for _, e := range m.Commands {
		name, under, nested := strings.Cut(e.Name, " ")
		if !nested {
			first = append(first, e)
			continue
		}
		if len(first) == 0 || first[len(first)-1].Name != name {
			first = append(first, manualEntry{Name: name, Does: e.Group})
		}
		group := &first[len(first)-1]
		group.Under = append(group.Under, under)
		for _, f := range e.Flags {
			if !slices.Contains(group.Flags, f) {
				group.Flags = append(group.Flags, f)
			}
		}
	}
	return first
}

// names returns the first words of the commands.
func (m manual) names() string {
	var all []string
	for _, e := range m.typedFirst() {
		all = append(all, e.Name)
	}
	return strings.Join(all, " ")
}

// slugs is how a shell asks for the slugs of the guides: the first word of each line.
const slugs = "levelica guides 2>/dev/null | cut -d ' ' -f 1"

func (m manual) bash(out io.Writer) error {
	fmt.Fprintf(out, `# bash completion for levelica
_levelica() {
    local word=${COMP_WORDS[COMP_CWORD]} command= i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --data) ((i++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $command in
        '') COMPREPLY=($(compgen -W "%s %s" -- "$word")) ;;
`, m.names(), words(m.Flags))
	for _, e := range m.typedFirst() {
		others := "COMPREPLY=($(compgen -f -- \"$word\"))"
		switch {
		case len(e.Under) > 0:
			others = "COMPREPLY=($(compgen -W \"" + strings.Join(e.Under, " ") + "\" -- \"$word\"))"
		case e.takesGuide():
			others = "COMPREPLY=($(compgen -W \"$(" + slugs + ")\" -- \"$word\"))"
		}
		fmt.Fprintf(out, `        %s)
            if [[ $word == -* ]]; then
                COMPREPLY=($(compgen -W "%s" -- "$word"))
            else
                %s
            fi
            ;;
`, e.Name, words(e.Flags), others)
	}
	fmt.Fprint(out, "    esac\n}\ncomplete -F _levelica levelica\n")
	return nil
}

func (m manual) zsh(out io.Writer) error {
	fmt.Fprint(out, "#compdef levelica\n\n_levelica_guides() { compadd -- ${(f)\"$("+slugs+")\"} }\n\n_levelica() {\n    local state line\n    _arguments -C")
	for _, f := range m.Flags {
		fmt.Fprintf(out, " \\\n        %s", f.zsh())
	}
	fmt.Fprint(out, " \\\n        '1:command:->command' \\\n        '*::argument:->argument'\n    case $state in\n        command)\n            local -a commands=(")
	for _, e := range m.typedFirst() {
		fmt.Fprintf(out, "\n                %s", quoted(e.Name+":"+strings.ReplaceAll(e.Does, ":", `\:`)))
	}
	fmt.Fprint(out, "\n            )\n            _describe command commands\n            ;;\n        argument)\n            case $line[1] in\n")
	for _, e := range m.typedFirst() {
		fmt.Fprintf(out, "                %s) _arguments", e.Name)
		for _, f := range e.Flags {
			fmt.Fprintf(out, " \\\n                    %s", f.zsh())
		}
		rest := "_files"
		switch {
		case len(e.Under) > 0:
			rest = "(" + strings.Join(e.Under, " ") + ")"
		case e.takesGuide():
			rest = "_levelica_guides"
		}
		fmt.Fprintf(out, " \\\n                    '*: :%s' ;;\n", rest)
	}
	fmt.Fprint(out, "            esac\n            ;;\n    esac\n}\n\n_levelica \"$@\"\n")
	return nil
}

// zsh returns a flag as _arguments takes it.
func (f manualFlag) zsh() string {
	does := "[" + strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`).Replace(f.Does) + "]"
	if f.Value != "" {
		does += ":" + f.Value + ":_files"
	}
	if f.Short != "" {
		return fmt.Sprintf("'(-%s --%s)'{-%s,--%s}%s", f.Short, f.Name, f.Short, f.Name, quoted(does))
	}
	return quoted("--" + f.Name + does)
}

func (m manual) fish(out io.Writer) error {
	fmt.Fprintln(out, "complete -c levelica -f")
	for _, f := range m.Flags {
		fmt.Fprintf(out, "complete -c levelica %s\n", f.fish())
	}
	for _, e := range m.typedFirst() {
		fmt.Fprintf(out, "complete -c levelica -n __fish_use_subcommand -a %s -d %s\n", e.Name, quoted(e.Does))
		seen := quoted("__fish_seen_subcommand_from " + e.Name)
		for _, f := range e.Flags {
			fmt.Fprintf(out, "complete -c levelica -n %s %s\n", seen, f.fish())
		}
		switch {
		case len(e.Under) > 0:
			fmt.Fprintf(out, "complete -c levelica -n %s -a %s\n", seen, quoted(strings.Join(e.Under, " ")))
		case e.takesGuide():
			fmt.Fprintf(out, "complete -c levelica -n %s -a %s\n", seen, quoted("("+slugs+")"))
		case len(e.Positionals) > 0:
			fmt.Fprintf(out, "complete -c levelica -n %s -F\n", seen)
		}
	}
	return nil
}

func (f manualFlag) fish() string {
	words := "-l " + f.Name
	if f.Short != "" {
		words += " -s " + f.Short
	}
	if f.Value != "" {
		words += " -r"
	}
	return words + " -d " + quoted(f.Does)
}

// quoted returns a text that every shell takes as one word.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// roff returns a text that troff shows as it is: dashes that can be copied, and no line that begins
// with a command.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
