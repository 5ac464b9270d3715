// The rooms of the catalogue whose words the window says, one line a room. They are read for the
// names of their messages alone: the words themselves come with the page, from Go.
import type backup from '../../../internal/locale/messages/en/backup.json'
import type date from '../../../internal/locale/messages/en/date.json'
import type editions from '../../../internal/locale/messages/en/editions.json'
import type evidence from '../../../internal/locale/messages/en/evidence.json'
import type fault from '../../../internal/locale/messages/en/fault.json'
import type fresh from '../../../internal/locale/messages/en/fresh.json'
import type guide from '../../../internal/locale/messages/en/guide.json'
import type guides from '../../../internal/locale/messages/en/guides.json'
import type help from '../../../internal/locale/messages/en/help.json'
import type home from '../../../internal/locale/messages/en/home.json'
import type placement from '../../../internal/locale/messages/en/placement.json'
import type insights from '../../../internal/locale/messages/en/insights.json'
import type report from '../../../internal/locale/messages/en/report.json'
import type search from '../../../internal/locale/messages/en/search.json'
import type settings from '../../../internal/locale/messages/en/settings.json'
import type shell from '../../../internal/locale/messages/en/shell.json'
import type standing from '../../../internal/locale/messages/en/standing.json'

export type Texts = typeof backup &
  typeof date &
  typeof editions &
  typeof evidence &
  typeof fault &
  typeof fresh &
  typeof guide &
  typeof guides &
  typeof help &
  typeof home &
  typeof placement &
  typeof insights &
  typeof report &
  typeof search &
  typeof settings &
  typeof shell &
  typeof standing

/** The code of a fault: fault.<code> and fault.<code>.hint are its messages. */
export type FaultCode = keyof typeof fault extends infer Key
  ? Key extends `fault.${infer Rest}`
    ? Rest extends `${string}.hint`
      ? never
      : Rest
    : never
  : never
