export namespace app {
	
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
	export class HomeItemView {
	    guide: string;
	    level: number;
	    item: string;
	    text: string;
	    strand: string;
	    at: number;
	
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
	        this.at = source["at"];
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
	export class HomeView {
	    last: HomeItemView;
	    next: HomeItemView[];
	    news: HomeNewsView[];
	
	    static createFrom(source: any = {}) {
	        return new HomeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.last = this.convertValues(source["last"], HomeItemView);
	        this.next = this.convertValues(source["next"], HomeItemView);
	        this.news = this.convertValues(source["news"], HomeNewsView);
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
	export class PreviewView {
	    url: string;
	    title: string;
	
	    static createFrom(source: any = {}) {
	        return new PreviewView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.url = source["url"];
	        this.title = source["title"];
	    }
	}
	export class ProfileChangeView {
	    id: string;
	    name: string;
	    marksNow: number;
	    marksThen: number;
	    lastNow: number;
	    lastThen: number;
	    guides: GuideChangeView[];
	
	    static createFrom(source: any = {}) {
	        return new ProfileChangeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.marksNow = source["marksNow"];
	        this.marksThen = source["marksThen"];
	        this.lastNow = source["lastNow"];
	        this.lastThen = source["lastThen"];
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
	export class ReceiptItem {
	    id: string;
	    level: number;
	    where: string;
	    was: string;
	    is: string;
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
	        this.wait = source["wait"];
	    }
	}
	export class ReceiptGroup {
	    title: string;
	    note: string;
	    items: ReceiptItem[];
	
	    static createFrom(source: any = {}) {
	        return new ReceiptGroup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.note = source["note"];
	        this.items = this.convertValues(source["items"], ReceiptItem);
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
	export class ReceiptView {
	    id: string;
	    title: string;
	    day: string;
	    lines: string[];
	    groups: ReceiptGroup[];
	    pending: string[];
	    undone: boolean;
	
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
	export class SecondLookView {
	    said: string;
	    charts: ChartView[];
	
	    static createFrom(source: any = {}) {
	        return new SecondLookView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.said = source["said"];
	        this.charts = this.convertValues(source["charts"], ChartView);
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
	export class SettingsView {
	    language: string;
	    theme: string;
	    textSize: number;
	    detailedRatings: boolean;
	    sidebarFolded: boolean;
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
	
	

}

