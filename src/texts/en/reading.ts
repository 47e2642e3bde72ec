import type { Reading } from '../../reading/rules.ts'
import { syllablesEn } from '../../reading/syllables.ts'

/**
 * What makes English hard to read for somebody who learns it. Our own list, grown from these texts; the reasons are those
 * of the European standards for information that is easy to read (Inclusion Europe, 2009).
 */
const OFFICE = 'language of offices and law'
const RARE = 'seldom heard when young people talk'
const ABSTRACT = 'does not say who does what'

const hard = (why: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([word, say]) => ({ word, say, why }))

export const reading: Reading = {
  hard: [
    ...hard(OFFICE, {
      'commence*': 'begin',
      hereby: 'leave it out',
      'in accordance with': 'as in',
      'in order to': 'to',
      notwithstanding: 'but',
      'prior to': 'before',
      pursuant: 'by',
      regarding: 'about',
      retention: 'how long we keep it',
      shall: 'will, or must',
      subsequently: 'then',
      'terminate*': 'end',
      thereof: 'of it',
      'with regard to': 'about',
      'measure taken': 'say what happens',
      proceedings: 'what happens',
    }),
    ...hard(RARE, {
      approximately: 'about',
      'assist*': 'help',
      'facilitate*': 'help',
      furthermore: 'also',
      however: 'but',
      moreover: 'also',
      nevertheless: 'but',
      'obtain*': 'get',
      sufficient: 'enough',
      therefore: 'so',
      'utilise*': 'use',
      whilst: 'while',
      independently: 'without taking sides',
      'anonymous*': 'without your name',
      notify: 'tell',
      elapsed: 'over',
    }),
    ...hard(ABSTRACT, {
      assistance: 'help',
      communication: 'talking or writing',
      confidentiality: 'whether it stays secret',
      involvement: 'who was there',
      processing: 'what we do with it',
      registration: 'what we write down',
    }),
  ],
  forms: [
    {
      form: /\bit is (?:advised|recommended|required|requested)\b/i,
      say: 'say what somebody can do',
      why: ABSTRACT,
    },
    { form: /\b(?:has|have|had) been \p{L}+ed\b/iu, say: 'who did it', why: ABSTRACT },
  ],
  clauses:
    /\b(?:because(?! of)|although|though|unless|whereas|whereby|so that|in which|of which|to whom|whose|until after)\b|\p{L}, (?:which|who|whom|where)\s/iu,
  syllables: syllablesEn,
  score: {
    name: 'Flesch Reading Ease (R. Flesch, 1948)',
    of: (words, syllables) => 206.835 - 1.015 * words - 84.6 * syllables,
    least: 70,
    leastEasy: 80,
  },
}
