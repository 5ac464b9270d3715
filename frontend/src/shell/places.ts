// The places of the window, one line each: what draws it, loaded when somebody goes there, and its
// entry in the sidebar. A place that is not in the table does not exist for the person: no entry,
// and its address leads home.
import type { Component } from 'svelte'
import BookOpen from '@lucide/svelte/icons/book-open'
import ChartColumn from '@lucide/svelte/icons/chart-column'
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark'
import SettingsIcon from '@lucide/svelte/icons/settings'
import FileText from '@lucide/svelte/icons/file-text'
import House from '@lucide/svelte/icons/house'
import Home from '../home/Home.svelte'
import LocateFixed from '@lucide/svelte/icons/locate-fixed'
import type { Library } from '../library.svelte'
import type { Key } from '../locale'
import type { Notices } from '../notices.svelte'
import type { PlaceName, Route, Router } from '../route.svelte'
import type { Settings } from '../settings/settings.svelte'

/** What every place is given. */
export interface PlaceProps<Name extends PlaceName = PlaceName> {
  route: Route & { place: Name }
  router: Router
  library: Library
  notices: Notices
  settings: Settings
}

/** An entry of the sidebar. Those at the foot are about the program, not about a skill. */
export interface Entry {
  label: Key
  /** In the bar of a narrow window, where the label is too long for it. */
  short?: Key
  icon: Component
  foot?: true
}

interface Place<Name extends PlaceName> {
  load: () => Promise<{ default: Component<PlaceProps<Name>> }>
  entry?: Entry
}

export const places: { [Name in PlaceName]?: Place<Name> } = {
  // Not apart: most starts show it, and a file more to ask for is time before the first paint.
  home: { load: async () => ({ default: Home }), entry: { label: 'home', icon: House } },
  guides: { load: () => import('../guides/Guides.svelte'), entry: { label: 'guides', icon: BookOpen } },
  guide: { load: () => import('../guide/Guide.svelte') },
  find: { load: () => import('../placement/Find.svelte'), entry: { label: 'find', short: 'find.short', icon: LocateFixed } },
  insights: { load: () => import('../insights/Insights.svelte'), entry: { label: 'insights', icon: ChartColumn } },
  fresh: { load: () => import('../fresh/Fresh.svelte') },
  report: { load: () => import('../report/Report.svelte'), entry: { label: 'report', icon: FileText } },
  settings: { load: () => import('../settings/SettingsPage.svelte'), entry: { label: 'settings', icon: SettingsIcon, foot: true } },
  help: { load: () => import('../help/Help.svelte'), entry: { label: 'help', icon: CircleQuestionMark, foot: true } },
}

/** The places with an entry, in the order of the sidebar. */
export const entries = Object.entries(places).flatMap(([place, { entry }]) =>
  entry ? [{ ...entry, place: place as Exclude<PlaceName, 'guide'> }] : [],
)

const loaded = new Map<PlaceName, Component<PlaceProps>>([['home', Home as Component<PlaceProps>]])

/** The place that shows a route. */
export function placeOf(route: Route): PlaceName {
  return route.place in places ? route.place : 'home'
}

/** What draws a place, where it was loaded before: then it is shown in the same frame. */
export function drawn(place: PlaceName): Component<PlaceProps> | undefined {
  return loaded.get(place)
}

export async function load(place: PlaceName): Promise<Component<PlaceProps>> {
  // The table holds for each name the component that takes its routes.
  const component = (await places[place]!.load()).default as Component<PlaceProps>
  loaded.set(place, component)
  return component
}

/** The entry that a route belongs to: a guide belongs to the guides. */
export function currentEntry(route: Route): PlaceName {
  const place = placeOf(route)
  return place === 'guide' ? 'guides' : place
}
