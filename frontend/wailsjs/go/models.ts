export namespace app {
	
	export class HelpView {
	    topic: string;
	    language: string;
	    title: string;
	    html: string;
	
	    static createFrom(source: any = {}) {
	        return new HelpView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.topic = source["topic"];
	        this.language = source["language"];
	        this.title = source["title"];
	        this.html = source["html"];
	    }
	}
	export class SearchPageView {
	    address: string;
	    title: string;
	    words: string;
	
	    static createFrom(source: any = {}) {
	        return new SearchPageView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.address = source["address"];
	        this.title = source["title"];
	        this.words = source["words"];
	    }
	}
	export class SearchReferenceView {
	    id: string;
	    title: string;
	    authors: string;
	    source: string;
	    year: number;
	
	    static createFrom(source: any = {}) {
	        return new SearchReferenceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.authors = source["authors"];
	        this.source = source["source"];
	        this.year = source["year"];
	    }
	}
	export class SearchTermView {
	    id: string;
	    term: string;
	    definition: string;
	
	    static createFrom(source: any = {}) {
	        return new SearchTermView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.term = source["term"];
	        this.definition = source["definition"];
	    }
	}
	export class SearchItemView {
	    id: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new SearchItemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	    }
	}
	export class SearchLevelView {
	    title: string;
	    items: SearchItemView[];
	
	    static createFrom(source: any = {}) {
	        return new SearchLevelView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.items = this.convertValues(source["items"], SearchItemView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SearchGuideView {
	    slug: string;
	    emoji: string;
	    title: string;
	    tagline: string;
	    levels: SearchLevelView[];
	    terms: SearchTermView[];
	    references: SearchReferenceView[];
	
	    static createFrom(source: any = {}) {
	        return new SearchGuideView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.slug = source["slug"];
	        this.emoji = source["emoji"];
	        this.title = source["title"];
	        this.tagline = source["tagline"];
	        this.levels = this.convertValues(source["levels"], SearchLevelView);
	        this.terms = this.convertValues(source["terms"], SearchTermView);
	        this.references = this.convertValues(source["references"], SearchReferenceView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SearchView {
	    language: string;
	    languages: string[];
	    levelNames: string[];
	    guides: SearchGuideView[];
	    pages: SearchPageView[];
	
	    static createFrom(source: any = {}) {
	        return new SearchView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.language = source["language"];
	        this.languages = source["languages"];
	        this.levelNames = source["levelNames"];
	        this.guides = this.convertValues(source["guides"], SearchGuideView);
	        this.pages = this.convertValues(source["pages"], SearchPageView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SecondLookView {
	    said: string;
	    charts: ChartView[];
	    read: string;
	
	    static createFrom(source: any = {}) {
	        return new SecondLookView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.said = source["said"];
	        this.charts = this.convertValues(source["charts"], ChartView);
	        this.read = source["read"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class QuestionView {
	    item: string;
	    text: string;
	    strand: string;
	    months: number;
	
	    static createFrom(source: any = {}) {
	        return new QuestionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.text = source["text"];
	        this.strand = source["strand"];
	        this.months = source["months"];
	    }
	}
	export class ReplyView {
	    item: string;
	    reply: string;
	
	    static createFrom(source: any = {}) {
	        return new ReplyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.reply = source["reply"];
	    }
	}
	export class SittingView {
	    id: string;
	    guide: string;
	    emoji: string;
	    title: string;
	    titles: string[];
	    answers: ReplyView[];
	    question: QuestionView;
	    belief: number[];
	    level: number;
	    certainty: number;
	    lowest: number;
	    highest: number;
	    asked: number;
	    given: number;
	    done: boolean;
	    suggested: number;
	    predicted: number;
	
	    static createFrom(source: any = {}) {
	        return new SittingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.guide = source["guide"];
	        this.emoji = source["emoji"];
	        this.title = source["title"];
	        this.titles = source["titles"];
	        this.answers = this.convertValues(source["answers"], ReplyView);
	        this.question = this.convertValues(source["question"], QuestionView);
	        this.belief = source["belief"];
	        this.level = source["level"];
	        this.certainty = source["certainty"];
	        this.lowest = source["lowest"];
	        this.highest = source["highest"];
	        this.asked = source["asked"];
	        this.given = source["given"];
	        this.done = source["done"];
	        this.suggested = source["suggested"];
	        this.predicted = source["predicted"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ProfileView {
	    id: string;
	    name: string;
	    current: boolean;
	    marks: number;
	    lastMark: number;
	
	    static createFrom(source: any = {}) {
	        return new ProfileView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.current = source["current"];
	        this.marks = source["marks"];
	        this.lastMark = source["lastMark"];
	    }
	}
	export class ProfilesView {
	    profiles: ProfileView[];
	
	    static createFrom(source: any = {}) {
	        return new ProfilesView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.profiles = this.convertValues(source["profiles"], ProfileView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EvidenceView {
	    id: string;
	    kind: string;
	    text: string;
	    url: string;
	    name: string;
	    size: number;
	    sha256: string;
	    path: string;
	    on: string;
	    witness: string;
	    at: number;
	
	    static createFrom(source: any = {}) {
	        return new EvidenceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.text = source["text"];
	        this.url = source["url"];
	        this.name = source["name"];
	        this.size = source["size"];
	        this.sha256 = source["sha256"];
	        this.path = source["path"];
	        this.on = source["on"];
	        this.witness = source["witness"];
	        this.at = source["at"];
	    }
	}
	export class FreshItemView {
	    guide: string;
	    emoji: string;
	    title: string;
	    item: string;
	    level: number;
	    strand: string;
	    text: string;
	    verdict: string;
	    last: string;
	    drill: boolean;
	
	    static createFrom(source: any = {}) {
	        return new FreshItemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.emoji = source["emoji"];
	        this.title = source["title"];
	        this.item = source["item"];
	        this.level = source["level"];
	        this.strand = source["strand"];
	        this.text = source["text"];
	        this.verdict = source["verdict"];
	        this.last = source["last"];
	        this.drill = source["drill"];
	    }
	}
	export class FreshView {
	    stale: number;
	    round: FreshItemView[];
	    none: string;
	
	    static createFrom(source: any = {}) {
	        return new FreshView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.stale = source["stale"];
	        this.round = this.convertValues(source["round"], FreshItemView);
	        this.none = source["none"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SnapshotView {
	    id: string;
	    title: string;
	    guides: string[];
	    at: number;
	
	    static createFrom(source: any = {}) {
	        return new SnapshotView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.guides = source["guides"];
	        this.at = source["at"];
	    }
	}
	export class ChangeItemView {
	    item: string;
	    level: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new ChangeItemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.level = source["level"];
	        this.text = source["text"];
	    }
	}
	export class ChangesView {
	    from: string;
	    to: string;
	    line: string;
	    gained: ChangeItemView[];
	    lost: ChangeItemView[];
	    evidenced: ChangeItemView[];
	    notes: string[];
	
	    static createFrom(source: any = {}) {
	        return new ChangesView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.line = source["line"];
	        this.gained = this.convertValues(source["gained"], ChangeItemView);
	        this.lost = this.convertValues(source["lost"], ChangeItemView);
	        this.evidenced = this.convertValues(source["evidenced"], ChangeItemView);
	        this.notes = source["notes"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class GoalView {
	    level: number;
	    by: string;
	    target: number;
	    line: string;
	    choice: number[];
	
	    static createFrom(source: any = {}) {
	        return new GoalView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.by = source["by"];
	        this.target = source["target"];
	        this.line = source["line"];
	        this.choice = source["choice"];
	    }
	}
	export class StrengthView {
	    strand: string;
	    line: string;
	
	    static createFrom(source: any = {}) {
	        return new StrengthView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.strand = source["strand"];
	        this.line = source["line"];
	    }
	}
	export class InsightGuideView {
	    slug: string;
	    emoji: string;
	    title: string;
	    level: number;
	
	    static createFrom(source: any = {}) {
	        return new InsightGuideView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.slug = source["slug"];
	        this.emoji = source["emoji"];
	        this.title = source["title"];
	        this.level = source["level"];
	    }
	}
	export class InsightsView {
	    guides: InsightGuideView[];
	    guide: string;
	    period: string;
	    first: string;
	    today: string;
	    since: string;
	    ahead: string;
	    level: string;
	    inside: string;
	    lines: string[];
	    strands: ChartView;
	    radar: ChartView;
	    trend: ChartView;
	    claimed: ChartView;
	    active: ChartView;
	    strong: StrengthView[];
	    open: StrengthView[];
	    goal: GoalView;
	    stale: number;
	
	    static createFrom(source: any = {}) {
	        return new InsightsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guides = this.convertValues(source["guides"], InsightGuideView);
	        this.guide = source["guide"];
	        this.period = source["period"];
	        this.first = source["first"];
	        this.today = source["today"];
	        this.since = source["since"];
	        this.ahead = source["ahead"];
	        this.level = source["level"];
	        this.inside = source["inside"];
	        this.lines = source["lines"];
	        this.strands = this.convertValues(source["strands"], ChartView);
	        this.radar = this.convertValues(source["radar"], ChartView);
	        this.trend = this.convertValues(source["trend"], ChartView);
	        this.claimed = this.convertValues(source["claimed"], ChartView);
	        this.active = this.convertValues(source["active"], ChartView);
	        this.strong = this.convertValues(source["strong"], StrengthView);
	        this.open = this.convertValues(source["open"], StrengthView);
	        this.goal = this.convertValues(source["goal"], GoalView);
	        this.stale = source["stale"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RelatedView {
	    slug: string;
	    emoji: string;
	    title: string;
	    whyHTML: string;
	
	    static createFrom(source: any = {}) {
	        return new RelatedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.slug = source["slug"];
	        this.emoji = source["emoji"];
	        this.title = source["title"];
	        this.whyHTML = source["whyHTML"];
	    }
	}
	export class TermView {
	    id: string;
	    term: string;
	    definitionHTML: string;
	
	    static createFrom(source: any = {}) {
	        return new TermView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.term = source["term"];
	        this.definitionHTML = source["definitionHTML"];
	    }
	}
	export class ReferenceView {
	    id: string;
	    type: string;
	    authors: string;
	    title: string;
	    source: string;
	    year: number;
	    doi: string;
	    isbn: string;
	    link: string;
	    levels: number[];
	    verified: string;
	    whyHTML: string;
	
	    static createFrom(source: any = {}) {
	        return new ReferenceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.type = source["type"];
	        this.authors = source["authors"];
	        this.title = source["title"];
	        this.source = source["source"];
	        this.year = source["year"];
	        this.doi = source["doi"];
	        this.isbn = source["isbn"];
	        this.link = source["link"];
	        this.levels = source["levels"];
	        this.verified = source["verified"];
	        this.whyHTML = source["whyHTML"];
	    }
	}
	export class ResourceView {
	    title: string;
	    url: string;
	    free: boolean;
	    licence: string;
	
	    static createFrom(source: any = {}) {
	        return new ResourceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.url = source["url"];
	        this.free = source["free"];
	        this.licence = source["licence"];
	    }
	}
	export class ItemView {
	    id: string;
	    strand: string;
	    text: string;
	    evidence: string;
	    references: string[];
	    resources: ResourceView[];
	
	    static createFrom(source: any = {}) {
	        return new ItemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.strand = source["strand"];
	        this.text = source["text"];
	        this.evidence = source["evidence"];
	        this.references = source["references"];
	        this.resources = this.convertValues(source["resources"], ResourceView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LevelView {
	    number: number;
	    title: string;
	    dreyfus: string;
	    sfia: string;
	    descriptionHTML: string;
	    nextHTML: string;
	    items: ItemView[];
	
	    static createFrom(source: any = {}) {
	        return new LevelView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.number = source["number"];
	        this.title = source["title"];
	        this.dreyfus = source["dreyfus"];
	        this.sfia = source["sfia"];
	        this.descriptionHTML = source["descriptionHTML"];
	        this.nextHTML = source["nextHTML"];
	        this.items = this.convertValues(source["items"], ItemView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StrandView {
	    id: string;
	    name: string;
	    line: string;
	
	    static createFrom(source: any = {}) {
	        return new StrandView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.line = source["line"];
	    }
	}
	export class GuideView {
	    slug: string;
	    emoji: string;
	    category: string;
	    title: string;
	    tagline: string;
	    overviewHTML: string;
	    edition: number;
	    published: string;
	    updated: string;
	    license: string;
	    completeAt: number;
	    language: string;
	    strands: StrandView[];
	    levels: LevelView[];
	    references: ReferenceView[];
	    glossary: TermView[];
	    related: RelatedView[];
	    standing: StandingView;
	    predicted: number;
	    news: string;
	    receipts: number;
	
	    static createFrom(source: any = {}) {
	        return new GuideView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.slug = source["slug"];
	        this.emoji = source["emoji"];
	        this.category = source["category"];
	        this.title = source["title"];
	        this.tagline = source["tagline"];
	        this.overviewHTML = source["overviewHTML"];
	        this.edition = source["edition"];
	        this.published = source["published"];
	        this.updated = source["updated"];
	        this.license = source["license"];
	        this.completeAt = source["completeAt"];
	        this.language = source["language"];
	        this.strands = this.convertValues(source["strands"], StrandView);
	        this.levels = this.convertValues(source["levels"], LevelView);
	        this.references = this.convertValues(source["references"], ReferenceView);
	        this.glossary = this.convertValues(source["glossary"], TermView);
	        this.related = this.convertValues(source["related"], RelatedView);
	        this.standing = this.convertValues(source["standing"], StandingView);
	        this.predicted = source["predicted"];
	        this.news = source["news"];
	        this.receipts = source["receipts"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ChangeView {
	    item: string;
	    from: string;
	    to: string;
	
	    static createFrom(source: any = {}) {
	        return new ChangeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.from = source["from"];
	        this.to = source["to"];
	    }
	}
	export class HistoryDayView {
	    date: string;
	    from: number;
	    to: number;
	    changes: ChangeView[];
	
	    static createFrom(source: any = {}) {
	        return new HistoryDayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.date = source["date"];
	        this.from = source["from"];
	        this.to = source["to"];
	        this.changes = this.convertValues(source["changes"], ChangeView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ChartView {
	    svg: string;
	    narrow: string;
	    title: string;
	    desc: string;
	    head: string[];
	    rows: string[][];
	
	    static createFrom(source: any = {}) {
	        return new ChartView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.svg = source["svg"];
	        this.narrow = source["narrow"];
	        this.title = source["title"];
	        this.desc = source["desc"];
	        this.head = source["head"];
	        this.rows = source["rows"];
	    }
	}
	export class GuideHistoryView {
	    trend: ChartView;
	    days: HistoryDayView[];
	    earlier: boolean;
	
	    static createFrom(source: any = {}) {
	        return new GuideHistoryView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.trend = this.convertValues(source["trend"], ChartView);
	        this.days = this.convertValues(source["days"], HistoryDayView);
	        this.earlier = source["earlier"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Passage {
	    text: string;
	    other: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Passage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.other = source["other"];
	    }
	}
	export class ReceiptItem {
	    id: string;
	    level: number;
	    where: string;
	    was: string;
	    is: string;
	    wasWords: Passage[];
	    isWords: Passage[];
	    wait: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ReceiptItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.level = source["level"];
	        this.where = source["where"];
	        this.was = source["was"];
	        this.is = source["is"];
	        this.wasWords = this.convertValues(source["wasWords"], Passage);
	        this.isWords = this.convertValues(source["isWords"], Passage);
	        this.wait = source["wait"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ReceiptGroup {
	    title: string;
	    note: string;
	    was: string;
	    is: string;
	    items: ReceiptItem[];
	    folded: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ReceiptGroup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.note = source["note"];
	        this.was = source["was"];
	        this.is = source["is"];
	        this.items = this.convertValues(source["items"], ReceiptItem);
	        this.folded = source["folded"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ReceiptView {
	    id: string;
	    title: string;
	    day: string;
	    lines: string[];
	    groups: ReceiptGroup[];
	    pending: string[];
	    undone: boolean;
	    undoNote: string;
	
	    static createFrom(source: any = {}) {
	        return new ReceiptView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.day = source["day"];
	        this.lines = source["lines"];
	        this.groups = this.convertValues(source["groups"], ReceiptGroup);
	        this.pending = source["pending"];
	        this.undone = source["undone"];
	        this.undoNote = source["undoNote"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ReceiptsView {
	    guide: string;
	    receipts: ReceiptView[];
	
	    static createFrom(source: any = {}) {
	        return new ReceiptsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.receipts = this.convertValues(source["receipts"], ReceiptView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class BackupsView {
	    backups: BackupView[];
	    second: string;
	    secondGone: boolean;
	
	    static createFrom(source: any = {}) {
	        return new BackupsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.backups = this.convertValues(source["backups"], BackupView);
	        this.second = source["second"];
	        this.secondGone = source["secondGone"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class BackupView {
	    sha256: string;
	    name: string;
	    at: number;
	    reason: string;
	    profiles: string[];
	    marks: number;
	    first: number;
	    last: number;
	    bytes: number;
	
	    static createFrom(source: any = {}) {
	        return new BackupView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.sha256 = source["sha256"];
	        this.name = source["name"];
	        this.at = source["at"];
	        this.reason = source["reason"];
	        this.profiles = source["profiles"];
	        this.marks = source["marks"];
	        this.first = source["first"];
	        this.last = source["last"];
	        this.bytes = source["bytes"];
	    }
	}
	export class HurtView {
	    dataDir: string;
	    readable: number;
	    backups: BackupView[];
	
	    static createFrom(source: any = {}) {
	        return new HurtView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.dataDir = source["dataDir"];
	        this.readable = source["readable"];
	        this.backups = this.convertValues(source["backups"], BackupView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DayView {
	    today: string;
	    left: string;
	    until: number;
	
	    static createFrom(source: any = {}) {
	        return new DayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.today = source["today"];
	        this.left = source["left"];
	        this.until = source["until"];
	    }
	}
	export class HomeNewsView {
	    guide: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new HomeNewsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.text = source["text"];
	    }
	}
	export class PausedSittingView {
	    guide: string;
	    asked: number;
	
	    static createFrom(source: any = {}) {
	        return new PausedSittingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.asked = source["asked"];
	    }
	}
	export class HomeDueView {
	    guide: string;
	    level: number;
	    item: string;
	    text: string;
	    since: string;
	
	    static createFrom(source: any = {}) {
	        return new HomeDueView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.level = source["level"];
	        this.item = source["item"];
	        this.text = source["text"];
	        this.since = source["since"];
	    }
	}
	export class HomeItemView {
	    guide: string;
	    level: number;
	    item: string;
	    text: string;
	    strand: string;
	
	    static createFrom(source: any = {}) {
	        return new HomeItemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.level = source["level"];
	        this.item = source["item"];
	        this.text = source["text"];
	        this.strand = source["strand"];
	    }
	}
	export class HomeView {
	    last: HomeItemView;
	    next: HomeItemView[];
	    open: number;
	    due: HomeDueView[];
	    paused: PausedSittingView[];
	    news: HomeNewsView[];
	    day: DayView;
	
	    static createFrom(source: any = {}) {
	        return new HomeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.last = this.convertValues(source["last"], HomeItemView);
	        this.next = this.convertValues(source["next"], HomeItemView);
	        this.open = source["open"];
	        this.due = this.convertValues(source["due"], HomeDueView);
	        this.paused = this.convertValues(source["paused"], PausedSittingView);
	        this.news = this.convertValues(source["news"], HomeNewsView);
	        this.day = this.convertValues(source["day"], DayView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EvidenceMark {
	    item: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new EvidenceMark(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.count = source["count"];
	    }
	}
	export class StrandCountView {
	    id: string;
	    level: number;
	    done: number;
	    items: number;
	
	    static createFrom(source: any = {}) {
	        return new StrandCountView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.level = source["level"];
	        this.done = source["done"];
	        this.items = source["items"];
	    }
	}
	export class MarkView {
	    item: string;
	    verdict: string;
	    at: number;
	    stale: boolean;
	
	    static createFrom(source: any = {}) {
	        return new MarkView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.verdict = source["verdict"];
	        this.at = source["at"];
	        this.stale = source["stale"];
	    }
	}
	export class LevelStandingView {
	    number: number;
	    done: number;
	    rated: number;
	    items: number;
	    reached: boolean;
	    missing: number;
	    percent: number;
	
	    static createFrom(source: any = {}) {
	        return new LevelStandingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.number = source["number"];
	        this.done = source["done"];
	        this.rated = source["rated"];
	        this.items = source["items"];
	        this.reached = source["reached"];
	        this.missing = source["missing"];
	        this.percent = source["percent"];
	    }
	}
	export class StandingView {
	    guide: string;
	    level: number;
	    levels: LevelStandingView[];
	    marks: MarkView[];
	    suggested: string[];
	    gaps: string[];
	    next: string[];
	    target: number;
	    missing: number;
	    looksDone: number;
	    openBelow: number[];
	    strands: StrandCountView[];
	    done: number;
	    rated: number;
	    items: number;
	    three: string[];
	    evidence: EvidenceMark[];
	    evidenced: number;
	    stale: number;
	
	    static createFrom(source: any = {}) {
	        return new StandingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.level = source["level"];
	        this.levels = this.convertValues(source["levels"], LevelStandingView);
	        this.marks = this.convertValues(source["marks"], MarkView);
	        this.suggested = source["suggested"];
	        this.gaps = source["gaps"];
	        this.next = source["next"];
	        this.target = source["target"];
	        this.missing = source["missing"];
	        this.looksDone = source["looksDone"];
	        this.openBelow = source["openBelow"];
	        this.strands = this.convertValues(source["strands"], StrandCountView);
	        this.done = source["done"];
	        this.rated = source["rated"];
	        this.items = source["items"];
	        this.three = source["three"];
	        this.evidence = this.convertValues(source["evidence"], EvidenceMark);
	        this.evidenced = source["evidenced"];
	        this.stale = source["stale"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CardView {
	    slug: string;
	    emoji: string;
	    category: string;
	    title: string;
	    tagline: string;
	    edition: number;
	    items: number;
	    started: boolean;
	    lastMark: number;
	    standing: StandingView;
	    titles: string[];
	    completeAt: number;
	
	    static createFrom(source: any = {}) {
	        return new CardView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.slug = source["slug"];
	        this.emoji = source["emoji"];
	        this.category = source["category"];
	        this.title = source["title"];
	        this.tagline = source["tagline"];
	        this.edition = source["edition"];
	        this.items = source["items"];
	        this.started = source["started"];
	        this.lastMark = source["lastMark"];
	        this.standing = this.convertValues(source["standing"], StandingView);
	        this.titles = source["titles"];
	        this.completeAt = source["completeAt"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CatalogueView {
	    guides: CardView[];
	
	    static createFrom(source: any = {}) {
	        return new CatalogueView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guides = this.convertValues(source["guides"], CardView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PersonView {
	    id: string;
	    name: string;
	    current: boolean;
	
	    static createFrom(source: any = {}) {
	        return new PersonView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.current = source["current"];
	    }
	}
	export class SessionView {
	    version: string;
	    platform: string;
	    language: string;
	    profile: string;
	    profiles: PersonView[];
	    dataDir: string;
	    readOnly: boolean;
	    keeper: string;
	    commit: string;
	    built: string;
	
	    static createFrom(source: any = {}) {
	        return new SessionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.platform = source["platform"];
	        this.language = source["language"];
	        this.profile = source["profile"];
	        this.profiles = this.convertValues(source["profiles"], PersonView);
	        this.dataDir = source["dataDir"];
	        this.readOnly = source["readOnly"];
	        this.keeper = source["keeper"];
	        this.commit = source["commit"];
	        this.built = source["built"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StartView {
	    session: SessionView;
	    catalogue: CatalogueView;
	    home: HomeView;
	
	    static createFrom(source: any = {}) {
	        return new StartView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session = this.convertValues(source["session"], SessionView);
	        this.catalogue = this.convertValues(source["catalogue"], CatalogueView);
	        this.home = this.convertValues(source["home"], HomeView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Answers {
	    start: StartView;
	    home: HomeView;
	    open: HomeItemView[];
	    hurt: HurtView;
	    backups: BackupsView;
	    catalogue: CatalogueView;
	    receipts: ReceiptsView;
	    history: GuideHistoryView;
	    guide: GuideView;
	    insights: InsightsView;
	    changes: ChangesView;
	    snapshots: SnapshotView[];
	    fresh: FreshView;
	    evidence: EvidenceView[];
	    profiles: ProfilesView;
	    sitting: SittingView;
	    "second-look": SecondLookView;
	    search: SearchView;
	    help: HelpView;
	
	    static createFrom(source: any = {}) {
	        return new Answers(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.start = this.convertValues(source["start"], StartView);
	        this.home = this.convertValues(source["home"], HomeView);
	        this.open = this.convertValues(source["open"], HomeItemView);
	        this.hurt = this.convertValues(source["hurt"], HurtView);
	        this.backups = this.convertValues(source["backups"], BackupsView);
	        this.catalogue = this.convertValues(source["catalogue"], CatalogueView);
	        this.receipts = this.convertValues(source["receipts"], ReceiptsView);
	        this.history = this.convertValues(source["history"], GuideHistoryView);
	        this.guide = this.convertValues(source["guide"], GuideView);
	        this.insights = this.convertValues(source["insights"], InsightsView);
	        this.changes = this.convertValues(source["changes"], ChangesView);
	        this.snapshots = this.convertValues(source["snapshots"], SnapshotView);
	        this.fresh = this.convertValues(source["fresh"], FreshView);
	        this.evidence = this.convertValues(source["evidence"], EvidenceView);
	        this.profiles = this.convertValues(source["profiles"], ProfilesView);
	        this.sitting = this.convertValues(source["sitting"], SittingView);
	        this["second-look"] = this.convertValues(source["second-look"], SecondLookView);
	        this.search = this.convertValues(source["search"], SearchView);
	        this.help = this.convertValues(source["help"], HelpView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class CardRequest {
	    guide: string;
	    name: boolean;
	    format: string;
	
	    static createFrom(source: any = {}) {
	        return new CardRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.name = source["name"];
	        this.format = source["format"];
	    }
	}
	
	
	
	export class ChangeRowView {
	    what: string;
	    now: string;
	    then: string;
	    other: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ChangeRowView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.what = source["what"];
	        this.now = source["now"];
	        this.then = source["then"];
	        this.other = source["other"];
	    }
	}
	
	
	
	export class CheckView {
	    state: string;
	    path: string;
	
	    static createFrom(source: any = {}) {
	        return new CheckView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.path = source["path"];
	    }
	}
	
	
	export class EvidenceRequest {
	    id: string;
	    item: string;
	    kind: string;
	    text: string;
	    url: string;
	    file: string;
	    on: string;
	    witness: string;
	
	    static createFrom(source: any = {}) {
	        return new EvidenceRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.item = source["item"];
	        this.kind = source["kind"];
	        this.text = source["text"];
	        this.url = source["url"];
	        this.file = source["file"];
	        this.on = source["on"];
	        this.witness = source["witness"];
	    }
	}
	
	export class FileView {
	    handle: string;
	    name: string;
	    size: number;
	
	    static createFrom(source: any = {}) {
	        return new FileView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.handle = source["handle"];
	        this.name = source["name"];
	        this.size = source["size"];
	    }
	}
	export class FilterView {
	    of: string;
	    value: string;
	
	    static createFrom(source: any = {}) {
	        return new FilterView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.of = source["of"];
	        this.value = source["value"];
	    }
	}
	
	
	
	export class GuideChangeView {
	    slug: string;
	    title: string;
	    marksNow: number;
	    marksThen: number;
	    levelNow: number;
	    levelThen: number;
	
	    static createFrom(source: any = {}) {
	        return new GuideChangeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.slug = source["slug"];
	        this.title = source["title"];
	        this.marksNow = source["marksNow"];
	        this.marksThen = source["marksThen"];
	        this.levelNow = source["levelNow"];
	        this.levelThen = source["levelThen"];
	    }
	}
	
	
	
	
	export class HistoryView {
	    verdict: string;
	    at: number;
	    edition: number;
	
	    static createFrom(source: any = {}) {
	        return new HistoryView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.verdict = source["verdict"];
	        this.at = source["at"];
	        this.edition = source["edition"];
	    }
	}
	
	
	
	
	
	export class ImportChoiceView {
	    chosen: boolean;
	    name: string;
	    sealed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ImportChoiceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.chosen = source["chosen"];
	        this.name = source["name"];
	        this.sealed = source["sealed"];
	    }
	}
	
	
	
	
	
	export class MarkRequest {
	    id: string;
	    item: string;
	    verdict: string;
	    suggested: boolean;
	
	    static createFrom(source: any = {}) {
	        return new MarkRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.item = source["item"];
	        this.verdict = source["verdict"];
	        this.suggested = source["suggested"];
	    }
	}
	
	export class MendedView {
	    marks: number;
	    read: number;
	    kept: string;
	
	    static createFrom(source: any = {}) {
	        return new MendedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.marks = source["marks"];
	        this.read = source["read"];
	        this.kept = source["kept"];
	    }
	}
	
	
	
	export class PreviewView {
	    url: string;
	    title: string;
	    pages: number;
	
	    static createFrom(source: any = {}) {
	        return new PreviewView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.url = source["url"];
	        this.title = source["title"];
	        this.pages = source["pages"];
	    }
	}
	export class ProfileChangeView {
	    id: string;
	    name: string;
	    title: string;
	    rows: ChangeRowView[];
	    marksNow: number;
	    marksThen: number;
	    guides: GuideChangeView[];
	
	    static createFrom(source: any = {}) {
	        return new ProfileChangeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.title = source["title"];
	        this.rows = this.convertValues(source["rows"], ChangeRowView);
	        this.marksNow = source["marksNow"];
	        this.marksThen = source["marksThen"];
	        this.guides = this.convertValues(source["guides"], GuideChangeView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	
	
	export class ReceiptRequest {
	    guide: string;
	    receipt: string;
	    act: string;
	    items: string[];
	
	    static createFrom(source: any = {}) {
	        return new ReceiptRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guide = source["guide"];
	        this.receipt = source["receipt"];
	        this.act = source["act"];
	        this.items = source["items"];
	    }
	}
	
	
	
	
	
	export class ReportRequest {
	    guides: string[];
	    items: boolean;
	    open: boolean;
	    strands: boolean;
	    evidence: boolean;
	    goal: boolean;
	    stale: boolean;
	    others: boolean;
	    editions: boolean;
	    period: string;
	    snapshot: string;
	    name: boolean;
	    format: string;
	
	    static createFrom(source: any = {}) {
	        return new ReportRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.guides = source["guides"];
	        this.items = source["items"];
	        this.open = source["open"];
	        this.strands = source["strands"];
	        this.evidence = source["evidence"];
	        this.goal = source["goal"];
	        this.stale = source["stale"];
	        this.others = source["others"];
	        this.editions = source["editions"];
	        this.period = source["period"];
	        this.snapshot = source["snapshot"];
	        this.name = source["name"];
	        this.format = source["format"];
	    }
	}
	
	export class RestoreView {
	    backup: BackupView;
	    profiles: ProfileChangeView[];
	
	    static createFrom(source: any = {}) {
	        return new RestoreView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.backup = this.convertValues(source["backup"], BackupView);
	        this.profiles = this.convertValues(source["profiles"], ProfileChangeView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SavedView {
	    saved: boolean;
	    path: string;
	
	    static createFrom(source: any = {}) {
	        return new SavedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.saved = source["saved"];
	        this.path = source["path"];
	    }
	}
	
	
	
	
	
	
	
	
	
	export class SettingsView {
	    language: string;
	    theme: string;
	    textSize: number;
	    detailedRatings: boolean;
	    sidebarFolded: boolean;
	    reminders: number;
	    backupFolder: string;
	    lastPlace: string;
	    lastScroll: number;
	    filters: FilterView[];
	
	    static createFrom(source: any = {}) {
	        return new SettingsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.language = source["language"];
	        this.theme = source["theme"];
	        this.textSize = source["textSize"];
	        this.detailedRatings = source["detailedRatings"];
	        this.sidebarFolded = source["sidebarFolded"];
	        this.reminders = source["reminders"];
	        this.backupFolder = source["backupFolder"];
	        this.lastPlace = source["lastPlace"];
	        this.lastScroll = source["lastScroll"];
	        this.filters = this.convertValues(source["filters"], FilterView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SittingRequest {
	    id: string;
	    guide: string;
	    answers: ReplyView[];
	
	    static createFrom(source: any = {}) {
	        return new SittingRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.guide = source["guide"];
	        this.answers = this.convertValues(source["answers"], ReplyView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	
	
	
	

}

