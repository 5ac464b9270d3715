// What the settings can do from the search: the same as on their page, without going there.
import Folder from '@lucide/svelte/icons/folder'
import SettingsIcon from '@lucide/svelte/icons/settings'
import { toFault } from '../bridge/fault'
import type { Action } from '../search/door.svelte'
import type { Settings } from './settings.svelte'

const themes = ['system', 'light', 'dark', 'contrast'] as const

export function actions(settings: Settings): Action[] {
  return [
    ...(['en', 'ko'] as const).map(
      (language): Action => ({
        id: `language.${language}`,
        label: `action.language.${language}`,
        words: 'action.language.words',
        icon: SettingsIcon,
        possible: () => settings.spoken !== language,
        run: () => settings.speak(language),
      }),
    ),
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
    {
      id: 'folder',
      label: 'action.folder',
      words: 'action.folder.words',
      icon: Folder,
      run: ({ library, notices }) =>
        library.bridge.openDataFolder().catch((reason: unknown) => notices.fault('settings', toFault(reason))),
    },
    ...([['larger', 1], ['smaller', -1]] as const).map(
      ([id, by]): Action => ({
        id,
        label: `action.${id}`,
        words: 'action.size.words',
        icon: SettingsIcon,
        run: () => settings.resize(by),
      }),
    ),
  ]
}
