// What the settings can do from the search: the same as on their page, without going there.
import Folder from '@lucide/svelte/icons/folder'
import SettingsIcon from '@lucide/svelte/icons/settings'
import { toFault } from '../bridge/fault'
import type { Action } from '../search/door.svelte'
import type { Settings } from './settings.svelte'

const themes = ['system', 'light', 'dark', 'contrast'] as const

export function actions(settings: Settings): Action[] {
  return [
    {
      id: 'language.en',
      label: 'action.language.en',
      words: 'action.language.words',
      icon: SettingsIcon,
      possible: () => settings.spoken !== 'en',
      run: () => settings.speak('en'),
    },
    {
      id: 'language.ko',
      label: 'action.language.ko',
      words: 'action.language.words',
      icon: SettingsIcon,
      possible: () => settings.spoken !== 'ko',
      run: () => settings.speak('ko'),
    },
    ...themes.map(
      (theme): Action => ({
        id: `theme.${theme}`,
        label: `action.theme.${theme}`,
        words: 'action.theme.words',
        icon: SettingsIcon,
        possible: () => settings.now.theme !== theme,
        run: () => settings.change({ theme }),
      }),
    ),
    ...(['people', 'backup'] as const).map(
      // A section of the settings, by the name that its address has.
      (section): Action => ({
        id: section,
        label: section === 'people' ? 'settings.people' : 'backup.title',
        words: `action.${section}.words`,
        icon: SettingsIcon,
        run: ({ router }) => router.go({ place: 'settings', section }),
      }),
    ),
    {
      id: 'folder',
      label: 'action.folder',
      words: 'action.folder.words',
      icon: Folder,
      run: ({ library, notices }) =>
        library.bridge.openDataFolder().catch((reason: unknown) => notices.fault('settings', toFault(reason))),
    },
    { id: 'larger', label: 'action.larger', words: 'action.size.words', icon: SettingsIcon, run: () => settings.resize(1) },
    { id: 'smaller', label: 'action.smaller', words: 'action.size.words', icon: SettingsIcon, run: () => settings.resize(-1) },
  ]
}
