export const duty = {
  'duty.description': 'Pour l’équipe : commence ou finis ta permanence, ou passe ce que tu as en main.',
  'duty.heading': 'Permanence',
  'duty.you.on': 'Tu es de permanence depuis {since}. Elle s’arrête d’elle-même à {until}.',
  'duty.you.off': 'Tu n’es pas de permanence.',
  'duty.team.none': 'Personne n’est de permanence maintenant.',
  'duty.team.some': 'De permanence : {who}.',
  'duty.house.open': 'La maison est ouverte : l’horloge de chaque signalement tourne.',
  'duty.house.closed':
    'La maison est fermée : aucune horloge ne tourne et personne ne reçoit de rappel. Elle n’est ouverte qu’aux heures d’ouverture, avec quelqu’un de permanence.',
  'duty.holds': 'Tu as en main : {what}.',
  'duty.holds.nothing': 'Tu n’as rien en main.',
  'duty.what.flags': '{count, plural, one {# signalement} other {# signalements}}',
  'duty.what.talks': '{count, plural, one {# conversation privée} other {# conversations privées}}',
  'duty.what.follow-ups': '{count, plural, one {# suivi} other {# suivis}}',
  'duty.button.begin': 'Commencer ma permanence',
  'duty.button.end': 'Finir ma permanence',
  'duty.button.hand-over': 'Passer la main',
  'duty.button.hand-over-end': 'Passer la main et finir',
  'duty.button.release-end': 'Remettre dans la file et finir',
  'duty.button.withdraw': 'Finalement, je garde tout',
  'duty.button.accept': 'Reprendre',
  'duty.began': 'Tu es de permanence. Elle s’arrête d’elle-même à {until}. Tape /dienst pour finir plus tôt.',
  'duty.closed': 'La maison est fermée maintenant. Tu peux commencer une heure avant l’ouverture : {next}.',
  'duty.closed-no-next': 'La maison est fermée et aucune prochaine ouverture n’est prévue.',
  'duty.ended': 'Ta permanence est finie. Merci. Quelque chose te reste ? Appelle un collègue ou parle-lui.',
  'duty.not-on-duty': 'Tu n’étais pas de permanence.',
  'duty.first-hand-over':
    'Tu as encore en main : {what}. Passe la main, ou remets tout dans la file. Une conversation privée attend alors quelqu’un d’autre.',
  'duty.offered': 'Demandé dans le canal de la file. Qui reprend reçoit tout en une fois.',
  'duty.offered-already': 'Tu l’as déjà demandé. Vois la carte dans le canal de la file.',
  'duty.withdrawn': 'Bien, tu gardes tout.',
  'duty.over.title': 'Qui reprend ceci ?',
  'duty.over.text': '{from} passe la main : {what}.',
  'duty.over.ending': '{from} s’arrête ensuite.',
  'duty.over.accepted': 'Repris par {to}.',
  'duty.over.withdrawn': 'Plus nécessaire.',
  'duty.accepted': 'Tu as maintenant {passed, plural, one {# affaire} other {# affaires}} de ton collègue.',
  'duty.accepted-some':
    'Tu as maintenant {passed, plural, one {# affaire} other {# affaires}} de ton collègue. {released, plural, one {# affaire attend} other {# affaires attendent}} à nouveau dans la file : quelqu’un d’autre doit la reprendre.',
  'duty.refusal.over': 'Quelqu’un d’autre était plus rapide, ou ce n’est plus nécessaire.',
  'duty.refusal.own': 'C’est à toi. Un collègue le reprend.',
  'duty.refusal.talks':
    'Il y a des conversations privées. Seul un animateur ou une animatrice peut les reprendre.',

  'duty.remind.duty': '{who} : un signalement ({level}) attend depuis {age}. {link}',
  'duty.remind.back-up':
    '{who} : personne de permanence n’a pris ce signalement ({level}, depuis {age}). Le renfort peut-il regarder ? {link}',
  'duty.remind.responsible':
    '{who} : personne n’a pris ce signalement, le renfort non plus ({level}, depuis {age}). {link}',
  'duty.remind.on-call':
    '{who} : un signalement urgent alors que la maison est fermée (depuis {age}). Danger maintenant ? Appelle toi-même le 112 ou le 101. {link}',
  'duty.remind.unmanned':
    '{who} : nous devrions être ouverts depuis {since}, mais personne n’a commencé sa permanence. Le bot dit entre-temps que nous sommes fermés. Qui est là tape /dienst.',
  'duty.remind.no-link': 'Tape /wachtrij.',

  'duty.summary.came-in': 'Arrivé pendant que personne n’était là (depuis {since}) : {levels}.',
  'duty.summary.waiting': 'Personne ne les a encore : {links}',
  'duty.summary.all-taken': 'Aucun signalement n’attend.',
  'duty.summary.more': 'Tu vois tout avec /wachtrij.',
  'duty.summary.talks':
    '{count, plural, one {# jeune attend} other {# jeunes attendent}} une conversation. Vois les cartes plus haut.',
  'duty.summary.closing':
    'La maison est fermée, chaque permanence est finie. {flags, plural, =0 {} one {# signalement est de retour dans la file. } other {# signalements sont de retour dans la file. }}{talks, plural, =0 {} one {# conversation privée continue.} other {# conversations privées continuent.}}',

  'duty.now.who': 'Là maintenant : {who}.',
  'duty.now.nobody':
    'Nous devrions être ouverts, mais personne de l’équipe n’est là maintenant. C’est urgent ? Tape /praat.',
  'duty.today': 'Aujourd’hui : {spans}.',
  'duty.today-closed': 'Aujourd’hui nous sommes fermés.',

  'house.over':
    'Cette maison de jeunes numérique a fermé. Plus personne de l’équipe ne lit ici. On ne peut plus signaler ni demander à parler. Besoin d’aide ? Ceci est possible maintenant :',
  'house.over.notice':
    'Cette maison de jeunes numérique s’est arrêtée le {day}. Plus personne de l’équipe ne lit ici, le bot non plus. Besoin d’aide ? Appelle le 107, jour et nuit. Danger ? Appelle le 112.',
  'house.ends':
    'Cette maison de jeunes numérique s’arrête. Le dernier jour est le {day}. Ensuite plus personne de l’équipe ne lit ici. Le bot efface tout à temps.',
  'huis.vakantie.description': 'Note des vacances : des jours où la maison est fermée.',
  'huis.vakantie.from.description': 'Le premier jour de fermeture, par exemple 2026-12-24.',
  'huis.vakantie.until.description': 'Le dernier jour de fermeture, par exemple 2027-01-03.',
  'huis.vakantie.list': 'Les vacances notées ici, en plus de celles de house.yaml :',
  'huis.vakantie.none': 'Aucune vacance n’est notée, sauf ce qui est dans house.yaml.',
  'huis.vakantie.line': 'du {from} au {until} inclus',
  'huis.vakantie.set':
    'La maison est fermée du {from} au {until} inclus. Les jeunes le lisent dans /openingsuren et dans la ligne à la fermeture. Aucune horloge ne tourne alors, et personne ne reçoit de rappel.',
  'huis.vakantie.lifted': 'Ces vacances sont enlevées.',
  'huis.vakantie.placeholder': 'Enlève des vacances',
  'huis.vakantie.wrong':
    'Écris une date comme année-mois-jour, par exemple 2026-12-24. Le dernier jour vient après le premier, n’est pas passé, et pas à plus d’un an.',
  'huis.sluiten.description':
    'Arrête la maison un jour : ensuite rien de nouveau, et le bot efface tout à temps.',
  'huis.sluiten.day.description': 'Le dernier jour, par exemple 2027-06-30.',
  'huis.sluiten.who':
    'Seule la personne responsable de la maison peut le faire ({name}). Note son numéro sur Discord à contacts dans house.yaml (responsible: discordId).',
  'huis.sluiten.nobody':
    'Les accords ne nomment aucun responsable. Note-le à contacts dans house.yaml (responsible), avec discordId.',
  'huis.sluiten.sure':
    'Le dernier jour sera le {day}. Ensuite personne ne peut plus signaler ni demander une conversation, et le bot ne lit plus rien. Au plus tard le {gone}, tout ce qui concerne des personnes est effacé. L’annonce le dit dès maintenant. C’est juste ?',
  'huis.sluiten.button.sure': 'Oui, continuer',
  'huis.sluiten.button.lift': 'Finalement, ne pas arrêter',
  'huis.sluiten.title': 'Arrêter la maison',
  'huis.sluiten.name.label': 'Tape le nom de la maison',
  'huis.sluiten.name-wrong': 'Ce n’est pas le nom de la maison. Rien n’a changé.',
  'huis.sluiten.set': 'Le dernier jour est le {day}. L’annonce et /openingsuren le disent maintenant.',
  'huis.sluiten.stands': 'Le dernier jour est le {day}. Jusque-là tu peux encore revenir en arrière.',
  'huis.sluiten.lifted': 'La maison continue. L’annonce est comme avant.',
  'huis.sluiten.over': 'La maison est déjà arrêtée. On ne peut plus revenir en arrière.',

  'start.no-back-up':
    'Personne ne soutient qui est de permanence. Nomme un renfort à roles dans house.yaml (backUp), et un responsable à contacts (responsible).',
} as const
