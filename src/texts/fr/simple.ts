import type { TextKey } from '../folder.ts'

/** The very simple form of texts that are long; what holds for it stands in ../nl/simple.ts. */
export const simple = {
  'error.not-ready':
    'Le bot n’est pas prêt. Tu ne peux pas signaler ni parler avec nous. Besoin d’aide ? Appelle le 107, jour et nuit. Danger ? Appelle le 112.',
  'error.cannot-store':
    'Le bot ne peut pas garder cela. L’équipe ne le reçoit pas. Réessaie plus tard. Besoin d’aide ? Appelle le 107, jour et nuit. Danger ? Appelle le 112.',
  'report.nobody':
    'C’est au sujet de quelqu’un de l’équipe. Donc nous ne regardons pas. On ne garde rien. {outside} Danger ? Appelle le 112.',
  'report.cannot.link':
    'Ce n’est pas un lien vers un message d’ici. Clique droit sur le message. Choisis « Copier le lien du message ». Ou laisse le lien vide.',
  'praat.jac':
    'Le chat du JAC est fait pour parler en sécurité. Un psy te répond, en néerlandais. C’est gratuit. Ton nom n’est pas nécessaire. De 12 à 25 ans.',
  'notice.full.who':
    'Ceci est le Discord de {house}. Qui a le rôle **{role}** est une vraie personne. Moi, je suis {bot}. Je suis un bot, pas une personne.',
  'notice.full.hours': '**Quand sommes-nous là ?** {hours}. Aux autres heures, il n’y a personne.',
  'notice.full.discord':
    '**Discord n’est pas privé.** D’autres peuvent lire. Tu veux parler de quelque chose de difficile ? Tape `/praat`.',
  'notice.full.secret':
    '**Est-ce que ça reste secret ?** Parfois oui. Parfois, on doit le dire plus loin. {meldplicht} C’est possible sans danger ? Alors on te le dit d’abord.',
  'notice.full.then':
    '**Et après ?** On doit faire quelque chose. Tu peux toujours venir. On ne te rejette pas, **toi**.',
  'notice.full.reads.reports':
    '**Que lit le bot ?** Le bot ne lit pas vos messages. Quelqu’un signale ? Alors une personne regarde. Un filtre voit quelque chose ? Une personne regarde aussi.',
  'notice.full.reads.full':
    '**Que lit le bot ?** Le bot lit chaque message dans ces canaux. Jour et nuit. Quelque chose l’étonne ? Alors une personne regarde.',
  'notice.full.decides':
    'Le bot ne décide rien sur toi. Une personne décide. On ne fait pas de listes de personnes.',
  'notice.full.report':
    '**Quelque chose ne va pas ?** Clic droit sur le message. Choisis Applications. Choisis *Meld dit bericht*. On ne dit pas qui a signalé. Parfois, on peut le deviner.',
  'meldplicht.short':
    'Tu peux tout nous dire. Parfois, on doit le dire plus loin. {meldplicht} C’est possible sans danger ? Alors on te le dit d’abord. Tu peux toujours venir.',
  'data.always':
    'On ne dit jamais qui a signalé. On ne montre pas ce qu’on regarde encore. On le dit à tout le monde.',
  'data.delete.ask':
    'On efface maintenant ce qui est clôturé :\n- tes mots ;\n- tes remarques ;\n- ton nom.\n\nAprès, plus de recours.\n\nCeci reste encore :\n- Ce que quelqu’un regarde encore.\n- Ce qu’on a fait : {ids} jours.\n- Ce que la loi demande.',
  'data.delete.done':
    'Effacé : {count}. Ce qui reste, tu le vois dans /mijn-gegevens. Ce qu’on regarde encore, on ne le montre pas.',
  'held.waiting':
    'Ton message dans {channel} n’est pas là. Une règle l’a retenu : {why} Une personne le regarde. Pas d’accord après ? Tape /bezwaar. Besoin d’aide ? Tape /praat.',
} as const satisfies Partial<Record<TextKey, string>>
