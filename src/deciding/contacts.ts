import type { Policy } from '../policy/schema.ts'
import { ALWAYS_THERE, SOMEBODY_ELSE } from '../queue/pass-on.ts'
import type { Category } from '../screening/kinds.ts'
import type { Texts } from '../texts/texts.ts'
import { networkFor } from './guide.ts'

/** To whom something can be passed on. */
export interface Contact {
  readonly id: string
  readonly name: string
}

const isAlways = (id: string): id is (typeof ALWAYS_THERE)[number] =>
  ALWAYS_THERE.some((known) => known === id)

/** How a contact is called; the id for one that the policy does not have any more. */
export const contactName = (id: string, { house, helplines }: Policy, texts: Texts): string => {
  if (isAlways(id)) return texts.t(`pass-on.contact.${id}.option`)
  if (id === SOMEBODY_ELSE) return texts.t('pass-on.contact.other.option')
  const known = [...(house.contacts.network ?? []), ...helplines].find((one) => one.id === id)
  return known?.name ?? id
}

/** Discord's longest list of choices. */
const MOST = 25

/** To whom a worker can have passed on something of this category, 112 and 101 first, somebody else last. */
export const contactsFor = (policy: Policy, category: Category, texts: Texts): readonly Contact[] => {
  const { house, questions } = policy
  const ids = [
    ...ALWAYS_THERE,
    ...networkFor(house, category).map(({ id }) => id),
    ...(questions.call[category] ?? []),
  ]
  return [...[...new Set(ids)].slice(0, MOST - 1), SOMEBODY_ELSE].map((id) => ({
    id,
    name: contactName(id, policy, texts).slice(0, 100),
  }))
}
