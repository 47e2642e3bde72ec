import type { data as dutch } from '../nl/data.ts'

export const data = {
  'data.description': 'Que garde le bot sur toi ? Regarde, télécharge, corrige ou efface.',
  'data.heading': 'Tes données',
  'data.always':
    'On ne dit jamais qui a signalé. On ne montre pas ce que quelqu’un regarde encore. Ni ce qu’on doit garder ou transmettre. Il y en a peut-être, peut-être pas : on le dit à tout le monde.',
  'data.none': 'On ne garde rien à ton nom qu’on puisse montrer.',
  'data.part.reports': 'Signalements que tu as faits : {count}. Le dernier est effacé le {day}.',
  'data.part.reports-open':
    'Signalements que tu as faits : {count}. On commence à compter le jour où on les clôture.',
  'data.part.decisions':
    'Messages de toi que quelqu’un a regardés : {count}. Le dernier est effacé le {day}.',
  'data.part.objections': 'Tes recours : {count}.',
  'data.part.notes': 'Remarques sur tes données : {count}. La dernière est effacée le {day}.',
  'data.part.drafts': 'Un signalement que tu n’as pas encore envoyé. Il est effacé dans la demi-heure.',
  'data.part.team':
    'Ce que tu as fait comme membre de l’équipe : {count} fois. On oublie qui c’était après {days} jours.',
  'data.part.lines-sent': 'Lignes que quelqu’un de nous t’a envoyées : {count}. C’est effacé avec le fil.',
  'data.part.talks':
    'Conversations avec nous que tu as demandées : {count}. C’est effacé avec la conversation.',
  'data.part.notice': 'Tu as dit que tu as lu l’avis (version {version}). C’est effacé le {day}.',
  'data.part.consent': 'Tu as dit oui aux messages privés comme personne de contact.',
  'data.terms':
    'On efface ce que tu as écrit {words, plural, one {# jour} other {# jours}} après la clôture. Qui était là : {ids, plural, one {# jour} other {# jours}} après la clôture. Aussi si tu quittes le serveur.',
  'data.praat': 'De /praat, on ne garde rien sur toi.',
  'data.button.export': 'Télécharger (JSON)',
  'data.button.correct': 'Corriger quelque chose',
  'data.button.delete': 'Effacer mes données',
  'data.button.delete-sure': 'Oui, efface maintenant',
  'data.export.text':
    'Voici tout ce qu’on peut montrer, dans un fichier. Toi seul·e vois ceci. Garde-le dans un endroit sûr.',
  'data.correct.title': 'Corriger quelque chose',
  'data.correct.label': 'Qu’est-ce qui n’est pas juste ?',
  'data.correct.placeholder': 'Par exemple : ce message était une blague entre amis.',
  'data.correct.reads':
    'Seuls les animateurs lisent ceci. Ils savent que ça vient de toi. C’est effacé après {days, plural, one {# jour} other {# jours}}.',
  'data.correct.done': 'Merci. Un animateur va regarder. Dans /mijn-gegevens, tu vois si c’est lu.',
  'data.correct.too-many':
    'Tu viens d’en écrire quelques-unes. On les lit. Écris encore demain, ou parle à un animateur.',
  'data.note.open': '{day} : pas encore lu',
  'data.note.done': '{day} : lu',
  'data.note.heading': 'Quelqu’un a écrit au sujet de ses données',
  'data.note.text':
    'Lis-le avec *Toon*. C’est juste ? Parles-en avec le jeune. Appuie ensuite sur *Gelezen*.',
  'data.note.from': 'De : {writer}',
  'data.note.read-by': 'Lu par {reader}',
  'data.note.gone': 'Cette remarque n’existe plus : son délai est passé, ou son auteur l’a effacée.',
  'data.note.button.show': 'Montrer',
  'data.note.button.done': 'Lu',
  'data.delete.ask':
    'On efface maintenant :\n- ce que tu as écrit dans des signalements clôturés ;\n- tes remarques ;\n- ton nom pour les messages sans suite.\n\nAprès ça, plus de recours pour ce qui n’est plus là.\n\nCeci reste encore, et pourquoi :\n- Ce que quelqu’un regarde encore : sinon on ne peut aider personne. On commence à compter à la clôture.\n- Ce qu’on a décidé : {ids} jours. On doit pouvoir l’expliquer.\n- Qui a fait quoi, sans les mots : {ids} jours. Ainsi on contrôle notre travail.\n- Ce que la loi nous demande de garder.',
  'data.delete.done':
    'Effacé : {count}. Ce qui reste et jusqu’à quand, tu le vois dans /mijn-gegevens. Ce que quelqu’un regarde encore, on ne le montre à personne. On commence à compter à la clôture.',
  'objection.description': 'Pas d’accord avec une décision sur ton message ? Quelqu’un d’autre regarde.',
  'objection.heading': 'Recours',
  'objection.none':
    'Pour l’instant, tu ne peux pas faire de recours. Quelque chose n’est pas juste ? Parle à un animateur. Ou adresse-toi à {name} : {contact}.',
  'objection.choose': 'C’est au sujet de quelle décision ?',
  'objection.choose.placeholder': 'Choisis une décision',
  'objection.title': 'Recours',
  'objection.words.label': 'Pourquoi pas d’accord ? (facultatif)',
  'objection.words.placeholder': 'Par exemple : que voulais-tu dire avec ton message ?',
  'objection.reads':
    'Quelqu’un d’autre que la personne qui a décidé regarde à nouveau. L’équipe peut lire ce que tu écris. Un seul recours par décision.',
  'objection.received':
    'Ton recours est reçu. Quelqu’un d’autre regarde à nouveau. Tu vois le résultat dans /bezwaar.',
  'objection.cannot':
    'Tu ne peux pas (ou plus) faire de recours contre cette décision. Tape /bezwaar à nouveau.',
  'objection.state.received': '{day} : reçu. Quelqu’un d’autre regarde à nouveau.',
  'objection.state.looked': '{day} : quelqu’un d’autre a regardé à nouveau.',
  'objection.state.stays': '{day} : quelqu’un d’autre a regardé. La décision reste.',
  'objection.state.changed': '{day} : quelqu’un d’autre a regardé et décidé autrement : {outcome}.',
} satisfies Record<keyof typeof dutch, string>
