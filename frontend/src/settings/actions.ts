// What the settings can do from the search: the same as on their page, without going there.
import Languages from '@lucide/svelte/icons/languages'
import SunMoon from '@lucide/svelte/icons/sun-moon'
import ZoomIn from '@lucide/svelte/icons/zoom-in'
import ZoomOut from '@lucide/svelte/icons/zoom-out'
import type { Action } from '../search/door.svelte'
import type { Settings } from './settings.svelte'

const themes = ['system', 'light', 'dark', 'contrast'] as const

export function actions(settings: Settings): Action[] {
  return [
    {
      id: 'language.en',
      label: 'action.language.en',
      words: 'action.language.words',
      icon: Languages,
      possible: () => settings.spoken !== 'en',
      run: () => settings.speak('en'),
    },
    {
      id: 'language.ko',
      label: 'action.language.ko',
      words: 'action.language.words',
      icon: Languages,
      possible: () => settings.spoken !== 'ko',
      run: () => settings.speak('ko'),
    },
    ...themes.map(
      (theme): Action => ({
        id: `theme.${theme}`,
        label: `action.theme.${theme}`,
        words: 'action.theme.words',
        icon: SunMoon,
        possible: () => settings.now.theme !== theme,
        run: () => settings.change({ theme }),
      }),
    ),
    { id: 'larger', label: 'action.larger', words: 'action.size.words', icon: ZoomIn, run: () => settings.resize(1) },
    { id: 'smaller', label: 'action.smaller', words: 'action.size.words', icon: ZoomOut, run: () => settings.resize(-1) },
  ]
}
