<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
 <context>
  <name>frontdesk</name>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source> and </source>
   <translation> y </translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source># Frontdesk: settings of this location. No passwords or keys belong here.</source>
   <translation># Frontdesk: configuración de este local. Aquí no van contraseñas ni claves.</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/closing.py" />
   <source>${amount} is due and not paid, without a reason.</source>
   <translation>Se deben ${amount} sin pagar y sin motivo.</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>${amount} is owed from earlier visits.</source>
   <translation>Se deben ${amount} de visitas anteriores.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>${amount} is still due.</source>
   <translation>Aún se deben ${amount}.</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>&amp;Also at</source>
   <translation>T&amp;ambién en</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/episode.ui" />
   <source>&amp;Authorization</source>
   <translation>&amp;Autorización</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>&amp;Begins at</source>
   <translation>&amp;Hora de inicio</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series_move.ui" />
   <source>&amp;Begins at (empty: stays)</source>
   <translation>&amp;Hora (vacío: queda)</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>&amp;Billed</source>
   <translation>Orden de &amp;cobro</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>&amp;Birth date</source>
   <translation>&amp;Fecha de nacimiento</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>&amp;Co-pay for a visit (empty: not asked yet)</source>
   <translation>Co&amp;pago por visita (vacío: aún sin preguntar)</translation>
  </message>
  <message>
   <location filename="../../forms/documents/attach.ui" />
   <source>&amp;Dated</source>
   <translation>&amp;Fechado el</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>&amp;Day</source>
   <translation>&amp;Día</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series_move.ui" />
   <source>&amp;Days later (less than 0: earlier)</source>
   <translation>&amp;Días después (menos de 0: antes)</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>&amp;Days looked back on</source>
   <translation>Días que se &amp;miran atrás</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>&amp;E-mail</source>
   <translation>Corr&amp;eo</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>&amp;End the plan in force on the day before</source>
   <translation>Terminar el plan &amp;vigente el día anterior</translation>
  </message>
  <message>
   <location filename="../../forms/documents/attach.ui" />
   <source>&amp;Ends</source>
   <translation>&amp;Vence el</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/episode.ui" />
   <source>&amp;First day</source>
   <translation>P&amp;rimer día</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>&amp;Fri</source>
   <translation>Vi&amp;e</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/access.ui" />
   <source>&amp;From</source>
   <translation>D&amp;esde</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>&amp;From which day on</source>
   <translation>&amp;Desde qué día</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>&amp;Group number</source>
   <translation>Número de &amp;grupo</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>&amp;Hours of notice</source>
   <translation>&amp;Horas de aviso</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/cancel.ui" />
   <source>&amp;In a few words</source>
   <translation>En pocas &amp;palabras</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>&amp;Instead of</source>
   <translation>En lu&amp;gar de</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>&amp;Kept back, e.g. for the re-evaluation</source>
   <translation>A&amp;partadas, p. ej. para la reevaluación</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/payer.ui" />
   <source>&amp;Kind</source>
   <translation>&amp;Tipo</translation>
  </message>
  <message>
   <location filename="../../forms/documents/attach.ui" />
   <source>&amp;Kind of paper</source>
   <translation>&amp;Tipo de documento</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>&amp;Last day</source>
   <translation>Ú&amp;ltimo día</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_authorization.ui" />
   <source>&amp;Last day of the authorization</source>
   <translation>Último &amp;día de la autorización</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/finish.ui" />
   <source>&amp;Last day of the care</source>
   <translation>Último &amp;día del tratamiento</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_coverage.ui" />
   <source>&amp;Last day of the plan</source>
   <translation>Ú&amp;ltimo día del plan</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>&amp;Last name</source>
   <translation>&amp;Apellido</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>&amp;Member number</source>
   <translation>&amp;Número de miembro</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>&amp;Mon</source>
   <translation>&amp;Lun</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>&amp;More about it</source>
   <translation>&amp;Más sobre ello</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/waive.ui" />
   <source>&amp;More to it</source>
   <translation>Algo &amp;más</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/payer.ui" />
   <source>&amp;Name, as it stands on the card</source>
   <translation>&amp;Nombre, como está en la tarjeta</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series_cancel.ui" />
   <source>&amp;Note</source>
   <translation>&amp;Nota</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>&amp;Number of the authorization</source>
   <translation>&amp;Número de la autorización</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>&amp;Number of visits</source>
   <translation>&amp;Número de visitas</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>&amp;Over by</source>
   <translation>Aca&amp;ba antes de</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>&amp;Payer</source>
   <translation>&amp;Aseguradora</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/payer.ui" />
   <source>&amp;Phone</source>
   <translation>Telé&amp;fono</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>&amp;Practitioner</source>
   <translation>&amp;Terapeuta</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>&amp;Priority</source>
   <translation>&amp;Prioridad</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/restrict.ui" />
   <source>&amp;Restriction</source>
   <translation>&amp;Restricción</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>&amp;Sat</source>
   <translation>&amp;Sáb</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>&amp;Street</source>
   <translation>Calle &amp;y número</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>&amp;Subscriber, if somebody else</source>
   <translation>&amp;Titular, si es otra persona</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>&amp;Sun</source>
   <translation>D&amp;om</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>&amp;Time</source>
   <translation>&amp;Hora</translation>
  </message>
  <message>
   <location filename="../../forms/documents/attach.ui" />
   <source>&amp;Title</source>
   <translation>Títu&amp;lo</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/access.ui" />
   <source>&amp;To</source>
   <translation>&amp;Hasta</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>&amp;Tue</source>
   <translation>&amp;Mar</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>&amp;Visit type</source>
   <translation>Tipo de &amp;visita</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>&amp;Visits</source>
   <translation>&amp;Visitas</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>&amp;Visits a week</source>
   <translation>&amp;Visitas por semana</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>&amp;Warn at the absence number</source>
   <translation>Ad&amp;vertir en la ausencia</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>&amp;Wed</source>
   <translation>M&amp;ié</translation>
  </message>
  <message>
   <location filename="../../forms/patients/why.ui" />
   <source>&amp;Why</source>
   <translation>&amp;Motivo</translation>
  </message>
  <message>
   <location filename="../../forms/payments/take.ui" />
   <source>&amp;Why after the day was closed</source>
   <translation>&amp;Motivo para cobrar con el día cerrado</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/glass.ui" />
   <source>&amp;Why do you open it?</source>
   <translation>¿Por &amp;qué lo abre?</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>&amp;ZIP</source>
   <translation>Código &amp;ZIP</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>1 consent</source>
   <translation>1 consentimiento</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>1 document</source>
   <translation>1 documento</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 earlier</source>
   <translation>1 antes</translation>
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>1 field to correct: {field}</source>
   <translation>1 campo por corregir: {field}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 late cancel</source>
   <translation>1 cancelación tardía</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 left</source>
   <translation>1 se fue</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>1 look or deed.</source>
   <translation>1 consulta o acción.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>1 looks alike</source>
   <translation>1 se parece</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>1 month</source>
   <translation>1 mes</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 no-show</source>
   <translation>1 no vino</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>1 note</source>
   <translation>1 nota</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>1 paper</source>
   <translation>1 documento</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>1 patient</source>
   <translation>1 paciente</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>1 payment</source>
   <translation>1 pago</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>1 plan</source>
   <translation>1 plan</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>1 receipt</source>
   <translation>1 recibo</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>1 visit</source>
   <translation>1 visita</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>1 visit, not ready</source>
   <translation>1 visita, no lista</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>1 visit, ready</source>
   <translation>1 visita, lista</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>A PIN has 4 to 8 digits.</source>
   <translation>Un PIN tiene de 4 a 8 cifras.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>A ZIP has 5 digits; this one has {count}.</source>
   <translation>Un código ZIP tiene 5 cifras; este tiene {count}.</translation>
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>A backup is needed before the data are changed.</source>
   <translation>Hace falta una copia de seguridad antes de cambiar los datos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>A cancel needs a reason.</source>
   <translation>Una cancelación necesita un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>A cloud program copies this folder: move the data elsewhere.</source>
   <translation>Un programa de nube copia esta carpeta: lleve los datos a otro lugar.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>A co-pay lies between $0 and ${limit}.</source>
   <translation>Un copago está entre $0 y ${limit}.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>A code has up to 20 letters and digits.</source>
   <translation>Un código tiene hasta 20 letras y cifras.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>A complaint or request of the patient</source>
   <translation>Una queja o solicitud del paciente</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>A copy of everything, encrypted, and read back before it counts.</source>
   <translation>Una copia de todo, cifrada, que se lee de nuevo antes de contar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/written.py" />
   <source>A day has up to {most} stretches.</source>
   <translation>Un día tiene hasta {most} tramos.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>A day is opened again with a reason.</source>
   <translation>Un día se abre otra vez con un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>A day sheet for each practitioner</source>
   <translation>Una hoja del día por terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>A document is made void with a reason.</source>
   <translation>Un documento se anula con un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/attendance.py" />
   <source>A fee needs an amount.</source>
   <translation>Un cargo necesita un monto.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>A file has no column {column}.</source>
   <translation>Un archivo no tiene la columna {column}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>A framed note such as “2 Chinese” stands for characters this paper cannot print; the name is whole on screen, and the MRN finds it.</source>
   <translation>Una nota con marco como “2 Chino” está en lugar de letras que este papel no puede imprimir; el nombre completo está en pantalla y el MRN lo encuentra.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/parting.py" />
   <source>A later merge of this record stands.</source>
   <translation>Hay una unión posterior de este expediente.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/merging.py" />
   <source>A merge does not ask about this.</source>
   <translation>Una unión no pregunta por esto.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>A move needs a reason.</source>
   <translation>Un cambio necesita un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>A name is needed.</source>
   <translation>Hace falta un nombre.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>A paper is waived with a reason.</source>
   <translation>Un documento se dispensa con un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>A password has at least {smallest} characters. This one has {length}.</source>
   <translation>Una contraseña tiene al menos {smallest} caracteres. Esta tiene {length}.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>A password has up to {largest} characters.</source>
   <translation>Una contraseña tiene hasta {largest} caracteres.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/queries.py" />
   <source>A patient</source>
   <translation>Un paciente</translation>
  </message>
  <message>
   <location filename="../../app/episodes/rules.py" />
   <source>A patient comes 1 to {limit} times a week.</source>
   <translation>Se viene de 1 a {limit} veces por semana.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>A payer needs a name.</source>
   <translation>Una aseguradora necesita un nombre.</translation>
  </message>
  <message>
   <location filename="../../app/payments/rules.py" />
   <source>A payment is more than nothing.</source>
   <translation>Un pago es más que nada.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>A phone number has 10 digits; this one has {count}.</source>
   <translation>Un teléfono tiene 10 cifras; este tiene {count}.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>A plan is first, second or third.</source>
   <translation>Un plan es primero, segundo o tercero.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/rules.py" />
   <source>A plan of care is for 1 to {limit} weeks.</source>
   <translation>Un plan de tratamiento es de 1 a {limit} semanas.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/rules/fitting.py" />
   <source>A priority lies between 0 and 3.</source>
   <translation>Una prioridad va de 0 a 3.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>A receipt is made void with a reason.</source>
   <translation>Un recibo se anula con un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>A recovery key has {wanted} letters and digits. This one has {typed}.</source>
   <translation>Una clave de recuperación tiene {wanted} letras y cifras. Esta tiene {typed}.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/glass.py" />
   <source>A restricted record was opened</source>
   <translation>Se abrió un expediente restringido</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>A seal has sixteen digits: 0 to 9 and A to F.</source>
   <translation>Un sello tiene dieciséis cifras: de 0 a 9 y de A a F.</translation>
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>A second person has to agree to this.</source>
   <translation>Una segunda persona tiene que estar de acuerdo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>A second person has to agree.</source>
   <translation>Una segunda persona tiene que estar de acuerdo.</translation>
  </message>
  <message>
   <location filename="../../app/staff/view.py" />
   <source>A second person signs</source>
   <translation>Firma una segunda persona</translation>
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>A secret must have 1 to {longest} characters.</source>
   <translation>Un secreto debe tener de 1 a {longest} caracteres.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/series.py" />
   <source>A series comes every 1 to {limit} weeks.</source>
   <translation>Una serie viene cada 1 a {limit} semanas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>A series for {care}</source>
   <translation>Una serie para {care}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>A series has 1 to {limit} visits.</source>
   <translation>Una serie tiene de 1 a {limit} visitas.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>A server's database is backed up on the server.</source>
   <translation>La base de datos de un servidor se copia en el servidor.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>A server's database is restored on the server.</source>
   <translation>La base de datos de un servidor se restaura en el servidor.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/signing.py" />
   <source>A sign-in did not fit: {who}, {failures} in a row</source>
   <translation>Un inicio de sesión no coincidió: {who}, {failures} seguidos</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>A user name has 2 to 60 letters and digits, and no spaces.</source>
   <translation>Un usuario tiene de 2 a 60 letras y cifras, sin espacios.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/slots.py" />
   <source>A visit takes {shortest} minutes to {longest} hours.</source>
   <translation>Una visita dura de {shortest} minutos a {longest} horas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/signing.py" />
   <source>A visit that did not take place has no note to sign.</source>
   <translation>Una visita que no tuvo lugar no tiene nota que firmar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/day.py" />
   <source>A visit that has a room keeps one.</source>
   <translation>Una visita que tiene sala conserva una.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/traits.py" />
   <source>A visit type needs a code and a name.</source>
   <translation>Un tipo de visita necesita un código y un nombre.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>A waiver needs a reason.</source>
   <translation>Perdonar una ausencia necesita un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/walkins.py" />
   <source>A walk-in arrived</source>
   <translation>Llegó una visita sin cita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/hours.py" />
   <source>A week</source>
   <translation>Por semana</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>About this visit</source>
   <translation>Sobre esta visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>Absence {number} in {days} days: a warning under this clinic’s rule.</source>
   <translation>Ausencia {number} en {days} días: una advertencia según la regla de esta clínica.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>Absence {number} in {days} days: a warning. This payer allows no fee.</source>
   <translation>Ausencia {number} en {days} días: una advertencia. Este seguro no permite cargos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>Absence {number} in {days} days: it is counted, nothing follows.</source>
   <translation>Ausencia {number} en {days} días: se cuenta, no sigue nada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>Absence {number} in {days} days: the director looks at it.</source>
   <translation>Ausencia {number} en {days} días: la revisa la dirección.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>Absence {number} in {days} days: {amount} fee under this clinic’s rule.</source>
   <translation>Ausencia {number} en {days} días: cargo de {amount} según la regla de esta clínica.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Accepted</source>
   <translation>Aceptada</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>Accounting of disclosures</source>
   <translation>Rendición de cuentas de divulgaciones</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Accounting…</source>
   <translation>Rendición de cuentas…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>Add</source>
   <translation>Agregar</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Add a file; or drop it here</source>
   <translation>Agregar un archivo; o suéltelo aquí</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Add a letter.</source>
   <translation>Agregue una letra.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Add a location</source>
   <translation>Agregar un local</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Add a location…</source>
   <translation>Agregar un local…</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Add a note</source>
   <translation>Agregar una nota</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Add a paper</source>
   <translation>Agregar un documento</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>Add a person</source>
   <translation>Agregar una persona</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>Add a person…</source>
   <translation>Agregar una persona…</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/photo.py" />
   <source>Add a photo…</source>
   <translation>Agregar una foto…</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>Add a plan</source>
   <translation>Agregar un plan</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Add a practitioner</source>
   <translation>Agregar un terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Add a practitioner…</source>
   <translation>Agregar un terapeuta…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>Add a room</source>
   <translation>Agregar sala</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>Add a room…</source>
   <translation>Agregar sala…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>Add a visit type</source>
   <translation>Agregar tipo de visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>Add a visit type…</source>
   <translation>Agregar tipo de visita…</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>Add an authorization</source>
   <translation>Agregar una autorización</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Add authorization</source>
   <translation>Agregar autorización</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Add authorization…</source>
   <translation>Autorización…</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Add card</source>
   <translation>Agregar tarjeta</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Add file</source>
   <translation>Agregar archivo</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Add file…</source>
   <translation>Agregar archivo…</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>Add it</source>
   <translation>Agregarla</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>Add leave or a meeting</source>
   <translation>Agregar permiso o reunión</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>Add leave or a meeting…</source>
   <translation>Agregar permiso o reunión…</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Add note…</source>
   <translation>Agregar nota…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/traits.py" />
   <source>Add one under Rooms and equipment first.</source>
   <translation>Agregue uno antes en Salas y equipo.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Add photo ID</source>
   <translation>Agregar identificación</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Add plan</source>
   <translation>Agregar plan</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Add plan…</source>
   <translation>Agregar plan…</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Add signed form</source>
   <translation>Agregar formulario</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>Add the payer</source>
   <translation>Agregar la aseguradora</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/cards.py" />
   <source>Add the plan</source>
   <translation>Agregar el plan</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>Add the plan that pays then. Nearest free: {nearest}.</source>
   <translation>Agregue el plan que paga entonces. Libre más cerca: {nearest}.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Added a plan</source>
   <translation>Agregó un plan</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/authorizations.py" />
   <source>Added an authorization of {visits} visits</source>
   <translation>Agregó una autorización de {visits} visitas</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Added the account {user_name}</source>
   <translation>Agregó la cuenta {user_name}</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>Added the location {name}</source>
   <translation>Agregó el local {name}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Added the payer {name}</source>
   <translation>Agregó la aseguradora {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/types.py" />
   <source>Added the visit type {name}</source>
   <translation>Agregó el tipo de visita {name}</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>Added {family} {credential}</source>
   <translation>Agregó a {family} {credential}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Added {name} ({kind})</source>
   <translation>Agregó {name} ({kind})</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Address</source>
   <translation>Dirección</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Address instead: ZIP</source>
   <translation>Dirección en su lugar: código postal</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Address instead: city</source>
   <translation>Dirección en su lugar: ciudad</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Address instead: state</source>
   <translation>Dirección en su lugar: estado</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Address instead: street</source>
   <translation>Dirección en su lugar: calle</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Address instead: unit</source>
   <translation>Dirección en su lugar: unidad</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Addresses nearly alike</source>
   <translation>Direcciones casi iguales</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Administrator</source>
   <translation>Administrador</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>After several tries the next one waits {seconds} seconds.</source>
   <translation>Después de varios intentos, el próximo espera {seconds} segundos.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>After {limit} tries this name is closed.</source>
   <translation>Después de {limit} intentos este usuario queda cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>After {time}</source>
   <translation>Después de las {time}</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>Agreed to</source>
   <translation>Aceptó</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Alert</source>
   <translation>Alerta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>All</source>
   <translation>Todo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>All cancels</source>
   <translation>Todas las cancelaciones</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>All files (*)</source>
   <translation>Todos los archivos (*)</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>All locations</source>
   <translation>Todos los locales</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>All my locations</source>
   <translation>Todos mis locales</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>All {count} visits were attended.</source>
   <translation>Las {count} visitas fueron atendidas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>All {visits} authorized visits are booked.</source>
   <translation>Las {visits} visitas autorizadas ya están reservadas.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Almost surely the same person</source>
   <translation>Casi seguro la misma persona</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>Almost surely {mrns}; the giver of its number is not trusted. Nothing was changed.</source>
   <translation>Casi con seguridad {mrns}; quien dio su número no es de confianza. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>Already here?</source>
   <translation>¿Ya está aquí?</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>Also at</source>
   <translation>También en</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>Also known as</source>
   <translation>También</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Alt 0: someone new. Alt 1: open {name}, almost surely the same person.</source>
   <translation>Alt 0: persona nueva. Alt 1: abrir a {name}, casi seguro la misma persona.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>American Indian or Alaska Native</source>
   <translation>Indígena americana o nativa de Alaska</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>American Sign Language</source>
   <translation>Lengua de señas americana</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Amharic</source>
   <translation>Amárico</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/paying.py" />
   <source>Amount</source>
   <translation>Monto</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Amount, US dollars</source>
   <translation>Monto, dólares de EE. UU.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>An account has at least one location.</source>
   <translation>Una cuenta tiene al menos un local.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>An account has at least one role.</source>
   <translation>Una cuenta tiene al menos una función.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>An address has a street and a ZIP or a city.</source>
   <translation>Una dirección tiene calle y código postal o ciudad.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>An authorization has a first and a last day.</source>
   <translation>Una autorización tiene un primer y un último día.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>An authorization is for 1 to {limit} visits.</source>
   <translation>Una autorización es de 1 a {limit} visitas.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>An e-mail looks like {example}.</source>
   <translation>Un correo se escribe así: {example}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/export.py" />
   <source>An export needs a reason.</source>
   <translation>Una exportación necesita un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>An offer holds between 1 and {most} minutes.</source>
   <translation>Una oferta vale entre 1 y {most} minutos.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>An opening has to end after it begins and before the next.</source>
   <translation>Un horario termina después de empezar y antes del siguiente.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Another desk changed the visit of {patient} a moment ago.</source>
   <translation>Otro mostrador cambió hace un momento la visita de {patient}.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Another desk filled this time a moment ago.</source>
   <translation>Otro mostrador llenó esta hora hace un momento.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>Another location has the code {code}.</source>
   <translation>Otro local tiene el código {code}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Another name</source>
   <translation>Otro nombre</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Another phone or e-mail</source>
   <translation>Otro teléfono o correo</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Another proof</source>
   <translation>Otra prueba</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Another race</source>
   <translation>Otra raza</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Another reason</source>
   <translation>Otro motivo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Another room is called {name}.</source>
   <translation>Otra sala se llama {name}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Another rule follows this one.</source>
   <translation>Otra regla sigue a esta.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Another window has kept the database busy.</source>
   <translation>Otra ventana mantuvo ocupada la base de datos.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Answer</source>
   <translation>Respuesta</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers as</source>
   <translation>Responde como</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: ZIP</source>
   <translation>Responde por el paciente: código postal</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: city</source>
   <translation>Responde por el paciente: ciudad</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: is the patient's</source>
   <translation>Responde por el paciente: parentesco</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: name</source>
   <translation>Responde por el paciente: nombre</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: phone</source>
   <translation>Responde por el paciente: teléfono</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: state</source>
   <translation>Responde por el paciente: estado</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: street</source>
   <translation>Responde por el paciente: calle</translation>
  </message>
  <message>
   <location filename="../../forms/patients/related.ui" />
   <source>Answers for the patient: unit</source>
   <translation>Responde por el paciente: unidad</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>Any day and time, anyone</source>
   <translation>Cualquier día y hora, con cualquiera</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/overrides.py" />
   <source>Anybody</source>
   <translation>Cualquiera</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Anyone</source>
   <translation>Cualquiera</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Appointment</source>
   <translation>Cita</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Appointments</source>
   <translation>Visitas</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>April</source>
   <translation>abril</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Arabic</source>
   <translation>Árabe</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Armenian</source>
   <translation>Armenio</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Arrive</source>
   <translation>Llegó</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Arrived</source>
   <translation>Llegó</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>As it is</source>
   <translation>Como está</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>As it stands in the payer’s letter.</source>
   <translation>Como está en la carta de la aseguradora.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>As it stands on the card.</source>
   <translation>Como está en la tarjeta.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/type_form.py" />
   <source>As many as side by side</source>
   <translation>Tantas como en paralelo</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>As on the photo ID</source>
   <translation>Como en la identificación con foto</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Asian</source>
   <translation>Asiática</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Ask</source>
   <translation>Falta</translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Ask IT to correct the file.</source>
   <translation>Pida a Sistemas que corrija el archivo.</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Ask IT to let this login write there, or to name another folder in the site file.</source>
   <translation>Pida a Sistemas que este usuario pueda escribir ahí, o que indique otra carpeta en el archivo del sitio.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>Ask IT to print a new recovery key.</source>
   <translation>Pida a Sistemas que imprima una clave de recuperación nueva.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>Ask IT when that was done last.</source>
   <translation>Pregunte a Sistemas cuándo se hizo la última.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Ask a colleague of the privacy office.</source>
   <translation>Pida a un colega de la oficina de privacidad.</translation>
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>Ask a colleague to sign beside you.</source>
   <translation>Pida a un colega que firme con usted.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/second_person.py" />
   <source>Ask a colleague to sign here.</source>
   <translation>Pida a un colega que firme aquí.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Ask a colleague who manages accounts.</source>
   <translation>Pida ayuda a un colega que maneja cuentas.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/photo.py" />
   <source>Ask again, and note the answer under Consents.</source>
   <translation>Pregunte de nuevo, y anote la respuesta en Consentimientos.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/access.py" />
   <source>Ask for fewer days.</source>
   <translation>Pida menos días.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>Ask for it in several files.</source>
   <translation>Pídalo en varios archivos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Ask for more visits</source>
   <translation>Pida más visitas</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>Ask for the birth date, the phone number, the address or the record number. Then the record opens.</source>
   <translation>Pida la fecha de nacimiento, el número de teléfono, la dirección o el número de expediente. Después se abre el expediente.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Ask the payer for a later end…</source>
   <translation>Pedir al pagador un plazo mayor…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>Ask the payer for more visits.</source>
   <translation>Pida más visitas al pagador.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Ask the payer for {count} more…</source>
   <translation>Pedir {count} más a la aseguradora…</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>Ask who looks after the server.</source>
   <translation>Pregunte a quien cuida el servidor.</translation>
  </message>
  <message>
   <location filename="../../app/core/access.py" />
   <source>Ask your clinic director ({permission}).</source>
   <translation>Pregunte a la dirección de la clínica ({permission}).</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>Ask your director for a new password.</source>
   <translation>Pida a la dirección una contraseña nueva.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/second_person.py" />
   <source>Ask your director.</source>
   <translation>Pregunte a la dirección.</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Asked for because</source>
   <translation>Lo pidió porque</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/leave.py" />
   <source>Asked for: {visits} visits, until {day}</source>
   <translation>Solicitadas: {visits} visitas, hasta el {day}</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Asked once, kept</source>
   <translation>Se pregunta una vez, se guarda</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>At a time</source>
   <translation>A la vez</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>At once</source>
   <translation>En seguida</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/visit_type.ui" />
   <source>At once per therapist</source>
   <translation>A la vez por terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/visits/queries/absences.py" />
   <source>Attendance to review</source>
   <translation>Asistencia por revisar</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Attended provider minutes / template minutes less blocks.</source>
   <translation>Minutos de terapeuta atendidos / minutos del horario menos los cerrados.</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>August</source>
   <translation>agosto</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Auth</source>
   <translation>Aut</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Authorization</source>
   <translation>Autorización</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Authorization letter</source>
   <translation>Carta de autorización</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/leave.py" />
   <source>Authorization: {count}</source>
   <translation>Autorización: {count}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Authorizations ending</source>
   <translation>Autorizaciones por vencer</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Auto insurance</source>
   <translation>Seguro de auto</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>Away</source>
   <translation>Ausencias</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Back up now</source>
   <translation>Hacer copia ahora</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Backup</source>
   <translation>Copia de seguridad</translation>
  </message>
  <message>
   <location filename="../../app/shell/backups.py" />
   <source>Backup of {day}</source>
   <translation>Copia de seguridad del {day}</translation>
  </message>
  <message>
   <location filename="../../app/shell/backups.py" />
   <source>Backup {hours} h ago</source>
   <translation>Copia de seguridad hace {hours} h</translation>
  </message>
  <message>
   <location filename="../../app/shell/backups.py" />
   <source>Backup {minutes} min ago</source>
   <translation>Copia de seguridad hace {minutes} min</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>Backup: {folder}</source>
   <translation>Copia de seguridad: {folder}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Bal</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Began an episode of care on {starts_on}</source>
   <translation>Comenzó un tratamiento el {starts_on}</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Begin</source>
   <translation>Comenzar</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Begin care</source>
   <translation>Comenzar un tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Begin care…</source>
   <translation>Nuevo tratamiento…</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Begins at</source>
   <translation>Hora de inicio</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series_move.ui" />
   <source>Begins at (empty: stays)</source>
   <translation>Hora (vacío: queda)</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Begins {day}</source>
   <translation>Empieza el {day}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Bengali</source>
   <translation>Bengalí</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>Billed</source>
   <translation>Orden de cobro</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Billing</source>
   <translation>Facturación</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Billing or insurance</source>
   <translation>Cobro o seguro</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Birth date</source>
   <translation>Fecha de nacimiento</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Birth date missing</source>
   <translation>Falta la fecha de nacimiento</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Birth date one day apart: {one} / {two}</source>
   <translation>Nacimiento con un día de diferencia: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../forms/patients/caller.ui" />
   <source>Birth date, phone, address or record number</source>
   <translation>Fecha de nacimiento, teléfono, dirección o número de expediente</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Birth dates nearly alike: {one} / {two}</source>
   <translation>Fechas de nacimiento casi iguales: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Black or African American</source>
   <translation>Negra o afroamericana</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Blue</source>
   <translation>Azul</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Book</source>
   <translation>Reservar</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Book a series</source>
   <translation>Reservar una serie</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Book a series…</source>
   <translation>Reservar una serie…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>Book a visit</source>
   <translation>Reservar una visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Book another day, or ask your director.</source>
   <translation>Reserve otro día o pregunte a la dirección.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Book here</source>
   <translation>Reservar aquí</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Book into this time</source>
   <translation>Reservar en esta hora</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Book it.</source>
   <translation>Resérvelo.</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Book next</source>
   <translation>Próxima cita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/history.py" />
   <source>Book next visit</source>
   <translation>Reservar la próxima visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/history.py" />
   <source>Book next…</source>
   <translation>Reservar la próxima…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Book the same again</source>
   <translation>Reservar lo mismo otra vez</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Book the visit</source>
   <translation>Reservar la visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/finder.py" />
   <source>Book this time</source>
   <translation>Reservar esta hora</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Book {count} visits</source>
   <translation>Reservar {count} visitas</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Booked</source>
   <translation>Reservada</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>Booked a series of {count} visits from {first_day} to {last_day}</source>
   <translation>Reservó una serie de {count} visitas del {first_day} al {last_day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Booked a walk-in with {practitioner} at {start}</source>
   <translation>Anotó una visita sin cita con {practitioner} a las {start}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Booked again at {time}.</source>
   <translation>Reservada otra vez a las {time}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/overrides.py" />
   <source>Booked against the rules: {why} ({who})</source>
   <translation>Reservada contra las reglas: {why} ({who})</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/visit_type.ui" />
   <source>Booked ahead, hours</source>
   <translation>Antelación, horas</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>Booked already, or booked now</source>
   <translation>Ya reservada, o se reserva ahora</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/person.py" />
   <source>Booked already: {times}</source>
   <translation>Ya reservado: {times}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Booked in this time: {names} ({count} in all).</source>
   <translation>Con reserva en este tiempo: {names} ({count} en total).</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Booked there on {day} at {time}: {count} visits.</source>
   <translation>Visitas reservadas allí el {day} a las {time}: {count}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/standing.py" />
   <source>Booked visits</source>
   <translation>Visitas reservadas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>Booked visits come to lie outside the hours.</source>
   <translation>Hay visitas que quedarían fuera del horario.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/types.py" />
   <source>Booked visits of this type with {people}: {count}.</source>
   <translation>Visitas reservadas de este tipo con {people}: {count}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/standing.py" />
   <source>Booked visits stand in the way</source>
   <translation>Hay visitas reservadas de por medio</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>Booked visits that would lie outside these hours: {count}.</source>
   <translation>Visitas que quedarían fuera de este horario: {count}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Booked with {practitioner} on {day} at {start}</source>
   <translation>Reservó con {practitioner} el {day} a las {start}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Booked {patient}: {day}, {time}</source>
   <translation>Visita de {patient}: {day}, {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Booked: {day}, {time}, {practitioner}.</source>
   <translation>Reservada: {day}, {time}, {practitioner}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Booking {patient} again. Arrow keys choose, Enter books.</source>
   <translation>Reserva de nuevo para {patient}. Las flechas eligen, Enter reserva.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/panels.py" />
   <source>Booking…</source>
   <translation>Reservando…</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Both are one with a third record</source>
   <translation>Ambos son uno con un tercer registro</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Both are said of the same day.</source>
   <translation>Se dicen las dos cosas del mismo día.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/viewmodel.py" />
   <source>Both records are still being read.</source>
   <translation>Todavía se leen ambos expedientes.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/merging.py" />
   <source>Both records have a visit at the same time ({count}).</source>
   <translation>Ambos expedientes tienen una visita a la misma hora ({count}).</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Both say the same.</source>
   <translation>Ambos dicen lo mismo.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/photo.py" />
   <source>Brought a photo back</source>
   <translation>Recuperó una foto</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Burmese</source>
   <translation>Birmano</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>By practitioner</source>
   <translation>Por terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>By room</source>
   <translation>Por sala</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>By {payer}</source>
   <translation>Según {payer}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>C cancelled earlier</source>
   <translation>C cancelada antes</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>COMMAND</source>
   <translation>COMANDO</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>CSV files (*.csv *.txt *.tsv)</source>
   <translation>Archivos CSV (*.csv *.txt *.tsv)</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>CSV files (*.csv)</source>
   <translation>Archivos CSV (*.csv)</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Call back</source>
   <translation>Llamar</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Call the next one.</source>
   <translation>Llame al siguiente.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Called</source>
   <translation>Le llaman</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Called by the middle name: {one} / {two}</source>
   <translation>Usa el segundo nombre: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Called somebody who waits: {outcome}</source>
   <translation>Llamó a alguien que espera: {outcome}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Called {name}</source>
   <translation>Le dicen {name}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/caller.py" />
   <source>Caller known by the address</source>
   <translation>Quien llama es conocido por la dirección</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/caller.py" />
   <source>Caller known by the birth date</source>
   <translation>Quien llama es conocido por la fecha de nacimiento</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/caller.py" />
   <source>Caller known by the phone number</source>
   <translation>Quien llama es conocido por el número de teléfono</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/caller.py" />
   <source>Caller known by the record number</source>
   <translation>Quien llama es conocido por el número de expediente</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/caller.py" />
   <source>Caller not known: nothing said fitted</source>
   <translation>Quien llama no fue reconocido: nada coincidió</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Calls</source>
   <translation>Llamadas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Cancel a series</source>
   <translation>Cancelar una serie</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Cancel it there, then book here.</source>
   <translation>Cancélela allá y luego reserve aquí.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Cancel its series, or the rest…</source>
   <translation>Cancelar su serie o el resto…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/serial.py" />
   <source>Cancel the series of this visit</source>
   <translation>Cancelar la serie de esta visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/cancelling.py" />
   <source>Cancel the visit</source>
   <translation>Cancelar la visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>Cancel the visit if it should not be.</source>
   <translation>Cancele la visita si no debe ser.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Cancel visits of the series</source>
   <translation>Cancelar visitas de la serie</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Cancel {count} visits</source>
   <translation>Cancelar {count} visitas</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Cancelled</source>
   <translation>Cancelada</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Cancelled a visit: {reason_code}</source>
   <translation>Canceló una visita: {reason_code}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Cancelled and missed</source>
   <translation>Canceladas y no vino</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Cancelled early or late / visits scheduled.</source>
   <translation>Canceladas antes o tarde / visitas en la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Cancelled inside the late limit / scheduled.</source>
   <translation>Canceladas dentro del límite tardío / en la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Cancelled late: {patient}, {day} {time}</source>
   <translation>Cancelada tarde: {patient}, {day} {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>Cancelled {count} visits of a series from {first_day} on: {reason_code}</source>
   <translation>Canceló {count} visitas de una serie a partir del {first_day}: {reason_code}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Cancelled: {patient}, {day} {time}</source>
   <translation>Cancelada: {patient}, {day} {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Cancel…</source>
   <translation>Cancelar…</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>Cannot come? Call us a day before, so that somebody else can have the time.</source>
   <translation>¿No puede venir? Llámenos un día antes, para que otra persona pueda usar la hora.</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>Cannot come? Call {phone} a day before, so that somebody else can have the time.</source>
   <translation>¿No puede venir? Llame al {phone} un día antes, para que otra persona pueda usar la hora.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Cantonese</source>
   <translation>Cantonés</translation>
  </message>
  <message>
   <location filename="../../app/payments/rules.py" />
   <source>Card</source>
   <translation>Tarjeta</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/cards.py" />
   <source>Card issued {day}</source>
   <translation>Tarjeta emitida el {day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Care</source>
   <translation>Tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>Care finished</source>
   <translation>Tratamiento terminado</translation>
  </message>
  <message>
   <location filename="../../app/payments/rules.py" />
   <source>Cash</source>
   <translation>Efectivo</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/section.py" />
   <source>Change</source>
   <translation>Cambiar</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>Change a room</source>
   <translation>Cambiar sala</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>Change a visit type</source>
   <translation>Cambiar tipo de visita</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Change it there, or leave --server out.</source>
   <translation>Cámbielo ahí, o quite --server.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/attendance.py" />
   <source>Change it.</source>
   <translation>Cámbielo.</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>Change password</source>
   <translation>Cambiar la contraseña</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Change places with {patient}</source>
   <translation>Cambiar de lugar con {patient}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>Change that entry.</source>
   <translation>Cambie esa anotación.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>Change the authorization</source>
   <translation>Cambiar la autorización</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Change the care</source>
   <translation>Cambiar el tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>Change the day or the time.</source>
   <translation>Cambie el día o la hora.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Change the minutes.</source>
   <translation>Cambie los minutos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Change the number.</source>
   <translation>Cambie el número.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>Change the plan</source>
   <translation>Cambiar el plan</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Change the times, or open that one.</source>
   <translation>Cambie las horas, o abra ese tiempo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/weeks.py" />
   <source>Change the times.</source>
   <translation>Cambie las horas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Change the wish.</source>
   <translation>Cambie lo que se busca.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>Change those first.</source>
   <translation>Cambie primero aquellos.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Change {plan}</source>
   <translation>Cambiar {plan}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/section.py" />
   <source>Change: {what}</source>
   <translation>Cambiar: {what}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Changed a plan</source>
   <translation>Cambió un plan</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/authorizations.py" />
   <source>Changed an authorization to {visits} visits</source>
   <translation>Cambió una autorización a {visits} visitas</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Changed an episode of care</source>
   <translation>Cambió un tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>Changed the hours</source>
   <translation>Cambió el horario</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Changed the payer {name}</source>
   <translation>Cambió la aseguradora {name}</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/register.py" />
   <source>Changed the registration of {name}</source>
   <translation>Cambió la inscripción de {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/types.py" />
   <source>Changed the visit type {name}</source>
   <translation>Cambió el tipo de visita {name}</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/own.py" />
   <source>Changed their language to {language}</source>
   <translation>Cambió su idioma a {language}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>Changed what somebody waits for</source>
   <translation>Cambió lo que alguien espera</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Changed what the account {user_id} may do</source>
   <translation>Cambió lo que puede hacer la cuenta {user_id}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/page.py" />
   <source>Changed {name}</source>
   <translation>Cambios guardados: {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Changed {name} ({kind})</source>
   <translation>Cambió {name} ({kind})</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/viewmodel/entry.py" />
   <source>Changed: {name}</source>
   <translation>Cambiado: {name}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Change…</source>
   <translation>Cambiar…</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Charity care</source>
   <translation>Atención gratuita</translation>
  </message>
  <message>
   <location filename="../../app/payments/rules.py" />
   <source>Check</source>
   <translation>Cheque</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Check address, role, password and the server's certificate.</source>
   <translation>Revise la dirección, la función, la contraseña y el certificado del servidor.</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>Check both dates.</source>
   <translation>Revise las dos fechas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Check in</source>
   <translation>Registrar</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Check in and take {amount}</source>
   <translation>Registrar y cobrar {amount}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Check in with questions…</source>
   <translation>Registrar con preguntas…</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Check in {name}</source>
   <translation>Registrar a {name}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/cells.py" />
   <source>Check in · {count}</source>
   <translation>Registrar · {count}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Check it.</source>
   <translation>Revíselo.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>Check its digits.</source>
   <translation>Revise sus cifras.</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/paying.py" />
   <source>Check number</source>
   <translation>Número de cheque</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Check number of this receipt</source>
   <translation>Número de control de este recibo</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Check out</source>
   <translation>Dar salida</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>Check out and book next</source>
   <translation>Dar salida y reservar la próxima</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>Check out {name}</source>
   <translation>Dar salida a {name}</translation>
  </message>
  <message>
   <location filename="../../app/core/restore.py" />
   <source>Check that the disk has room. What was there is still there.</source>
   <translation>Revise que el disco tenga espacio. Lo que había sigue ahí.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>Check that the disk is plugged in and has room. The clinic's own data is not touched.</source>
   <translation>Revise que el disco esté conectado y tenga espacio. Los datos de la clínica no se tocan.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Check that this computer may write to its folder.</source>
   <translation>Revise que este equipo pueda escribir en su carpeta.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Check the amount.</source>
   <translation>Revise el monto.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Check the date.</source>
   <translation>Revise la fecha.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>Check the name behind --site.</source>
   <translation>Revise el nombre después de --site.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>Check the network and the server, then try again.</source>
   <translation>Revise la red y el servidor, y luego intente de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Check the network and the server.</source>
   <translation>Revise la red y el servidor.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Check the patient in first.</source>
   <translation>Registre primero al paciente.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>Check the year.</source>
   <translation>Revise el año.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Checked in</source>
   <translation>Registrada</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/panels.py" />
   <source>Checked in {name}</source>
   <translation>Se registró a {name}</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Checked in[; accepted as missing: {accepted_missing}]</source>
   <translation>Registró la llegada[; se aceptó que falta: {accepted_missing}]</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Checked out</source>
   <translation>Salida hecha</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/panels.py" />
   <source>Checked out {name}</source>
   <translation>Salida hecha: {name}</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Cherokee</source>
   <translation>Cheroqui</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Child</source>
   <translation>Hijo o hija</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Chinese</source>
   <translation>Chino</translation>
  </message>
  <message>
   <location filename="../../app/core/restore.py" />
   <source>Choose a backup of this clinic, or another folder for that one.</source>
   <translation>Elija una copia de esta clínica, u otra carpeta para aquella.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Choose a cancelled or missed visit first; every hole is in the worklist “Holes to fill”.</source>
   <translation>Elija primero una visita cancelada o perdida; todos los huecos están en los pendientes “Huecos por llenar”.</translation>
  </message>
  <message>
   <location filename="../../app/shell/top.py" />
   <source>Choose a day</source>
   <translation>Elegir un día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Choose a day that is closed.</source>
   <translation>Elija un día que esté cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Choose a file</source>
   <translation>Elegir un archivo</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Choose a file…</source>
   <translation>Elegir un archivo…</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Choose a folder on this computer that is not synchronised.</source>
   <translation>Elija una carpeta de este equipo que no se sincronice.</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Choose a folder on this computer, or use a database server for several computers.</source>
   <translation>Elija una carpeta de este equipo, o use un servidor de base de datos para varios equipos.</translation>
  </message>
  <message>
   <location filename="../../app/core/restore.py" />
   <source>Choose a folder whose name begins with frontdesk- and a date.</source>
   <translation>Elija una carpeta cuyo nombre empiece con frontdesk- y una fecha.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/panels.py" />
   <source>Choose a free time, or type day and time.</source>
   <translation>Elija una hora libre, o escriba el día y la hora.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/portrait.py" />
   <source>Choose a larger one.</source>
   <translation>Elija una más grande.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Choose a later end.</source>
   <translation>Elija un final posterior.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>Choose a later last day.</source>
   <translation>Elija un último día posterior.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>Choose a later one.</source>
   <translation>Elija una posterior.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/openings.py" />
   <source>Choose a later time.</source>
   <translation>Elija una hora más tarde.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>Choose a line of the list.</source>
   <translation>Elija una línea de la lista.</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>Choose a location.</source>
   <translation>Elija un local.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>Choose a person in the list.</source>
   <translation>Elija una persona de la lista.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/photo.py" />
   <source>Choose a photo</source>
   <translation>Elegir una foto</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Choose a printer in Settings.</source>
   <translation>Elija una impresora en Ajustes.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>Choose a printer…</source>
   <translation>Elija una impresora…</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Choose a reason from the list.</source>
   <translation>Elija un motivo de la lista.</translation>
  </message>
  <message>
   <location filename="../../app/core/clock.py" />
   <source>Choose a time an hour later.</source>
   <translation>Elija una hora más tarde.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Choose a visit to see what it needs.</source>
   <translation>Elija una visita para ver qué le falta.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/export.py" />
   <source>Choose another folder.</source>
   <translation>Elija otra carpeta.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Choose another name.</source>
   <translation>Elija otro nombre.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Choose another one.</source>
   <translation>Elija otra opción.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Choose another printer, or ask IT to open its queue.</source>
   <translation>Elija otra impresora, o pida a Sistemas que abra su cola.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Choose another printer, or save the document as a PDF file.</source>
   <translation>Elija otra impresora, o guarde el documento como archivo PDF.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/inroom.py" />
   <source>Choose another room.</source>
   <translation>Elija otra sala.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>Choose another visit type.</source>
   <translation>Elija otro tipo de visita.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/holidays.py" />
   <source>Choose another year.</source>
   <translation>Elija otro año.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/own.py" />
   <source>Choose another.</source>
   <translation>Elija otra.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/entry.py" />
   <source>Choose at least one day of the week.</source>
   <translation>Elija al menos un día de la semana.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/rules/fitting.py" />
   <source>Choose at least one.</source>
   <translation>Elija al menos uno.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Choose from it.</source>
   <translation>Elija de ella.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Choose it from the list.</source>
   <translation>Elíjala de la lista.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>Choose one (Space).</source>
   <translation>Elija una (barra espaciadora).</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/sections.py" />
   <source>Choose one above (Ctrl+Shift+L).</source>
   <translation>Elija uno arriba (Ctrl+Shift+L).</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/series.py" />
   <source>Choose one at least.</source>
   <translation>Elija al menos uno.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Choose one from the list.</source>
   <translation>Elija una opción de la lista.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Choose one location to close its day.</source>
   <translation>Elija un local para cerrar su día.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/openings.py" />
   <source>Choose one or more.</source>
   <translation>Elija uno o más.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/portrait.py" />
   <source>Choose one with fewer dots.</source>
   <translation>Elija una con menos puntos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Choose or begin another one.</source>
   <translation>Elija otro o comience uno nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Choose the day</source>
   <translation>Elegir el día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/series.py" />
   <source>Choose the days again.</source>
   <translation>Vuelva a elegir los días.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>Choose the days on which you close.</source>
   <translation>Elija los días en que cierra.</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Choose the file</source>
   <translation>Elija el archivo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Choose the visit of who would come sooner.</source>
   <translation>Elija la visita de quien vendría antes.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/moving.py" />
   <source>Choose the visits that are to move.</source>
   <translation>Elija las citas que se van a mover.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>Choose today or a later day.</source>
   <translation>Elija hoy o un día posterior.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Choose what the person does.</source>
   <translation>Elija qué hace la persona.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>Choose who pays.</source>
   <translation>Elija quién paga.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Choose why it is closed.</source>
   <translation>Elija por qué se cierra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/panels.py" />
   <source>Choose with whom.</source>
   <translation>Elija con quién.</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>Choose your password</source>
   <translation>Elija su contraseña</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>Chosen</source>
   <translation>Elegida</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Chosen visit</source>
   <translation>Visita elegida</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>City</source>
   <translation>Ciudad</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Claim information</source>
   <translation>Datos del reclamo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Clinic</source>
   <translation>Clínica</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Clinic and therapist</source>
   <translation>Local y terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Clinic director</source>
   <translation>Dirección de la clínica</translation>
  </message>
  <message>
   <location filename="../../app/kit/drawer.py" />
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <location filename="../../app/kit/drawer.py" />
   <source>Close (Esc)</source>
   <translation>Cerrar (Esc)</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>Close account</source>
   <translation>Cerrar cuenta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>Close it in the schedule.</source>
   <translation>Ciérrelo en la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>Close it when it is over.</source>
   <translation>Ciérrelo cuando termine.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Close the day</source>
   <translation>Cerrar el día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Close the ticked days</source>
   <translation>Cerrar los días marcados</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/closing.py" />
   <source>Close this time</source>
   <translation>Cerrar este tiempo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>Close time</source>
   <translation>Cerrar tiempo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Close time, or open it again with Delete</source>
   <translation>Cerrar tiempo, o abrirlo otra vez con Delete</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Closed</source>
   <translation>Cerrado</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Closed by now</source>
   <translation>Cerrado ahora</translation>
  </message>
  <message>
   <location filename="../../app/reports/viewmodel/day.py" />
   <source>Closed by {who}, {time}.</source>
   <translation>Cerrado por {who}, {time}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/board.py" />
   <source>Closed in part of this time.</source>
   <translation>Cerrado en parte de este tiempo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/holidays.py" />
   <source>Closed on holidays: {count}.</source>
   <translation>Cerrado en días festivos: {count}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Closed on screen by {who}, {when}.</source>
   <translation>Cerrado en pantalla por {who}, {when}.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Closed the account {user_name}</source>
   <translation>Cerró la cuenta {user_name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>Closed the clinic on holidays ({count})</source>
   <translation>Cerró la clínica en días festivos ({count})</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>Closed the day {day}; {explained} points explained</source>
   <translation>Cerró el día {day}; {explained} puntos explicados</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Closed time needs a word.</source>
   <translation>El tiempo cerrado necesita una palabra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/closed.py" />
   <source>Closed time on {day}</source>
   <translation>Tiempo cerrado el {day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Closed time on {day} from {start} to {end}: {why}</source>
   <translation>Cerró tiempo el {day} de {start} a {end}: {why}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Closed: {why}</source>
   <translation>Cerrado: {why}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Co-pay</source>
   <translation>Copago</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>Co-pay for a visit (empty: not asked yet)</source>
   <translation>Copago por visita (vacío: aún sin preguntar)</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Co-pay {amount}</source>
   <translation>Copago {amount}</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>Co-pay, {visit}</source>
   <translation>Copago, {visit}</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Code</source>
   <translation>Código</translation>
  </message>
  <message>
   <location filename="../../forms/shell/location.ui" />
   <source>Code, a few capital letters</source>
   <translation>Código, unas letras mayúsculas</translation>
  </message>
  <message>
   <location filename="../../app/privacy/viewmodel.py" />
   <source>Colleague or their family</source>
   <translation>Colega o su familia</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Collected</source>
   <translation>Cobrado</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Collected at desk</source>
   <translation>Cobrado en el mostrador</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Collected at the visit / due at the visit.</source>
   <translation>Cobrado en la visita / debido en la visita.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>Color</source>
   <translation>Color</translation>
  </message>
  <message>
   <location filename="../../forms/shell/look.ui" />
   <source>Colors</source>
   <translation>Colores</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Column</source>
   <translation>Columna</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/tools.py" />
   <source>Columns</source>
   <translation>Columnas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Columns of rooms, or of practitioners</source>
   <translation>Columnas por sala o por terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Columns of the file</source>
   <translation>Columnas del archivo</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Coming</source>
   <translation>Por venir</translation>
  </message>
  <message>
   <location filename="../../app/shell/palette.py" />
   <source>Commands and people</source>
   <translation>Comandos y personas</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Commercial plan</source>
   <translation>Plan comercial</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Compact</source>
   <translation>Compacta</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>Compare</source>
   <translation>Comparar</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Compare group {number} with the paper. Each group has 5 letters and digits.</source>
   <translation>Compare el grupo {number} con el papel. Cada grupo tiene 5 letras y cifras.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>Compare it with the card.</source>
   <translation>Compárelo con la tarjeta.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>Compare it with the paper.</source>
   <translation>Compárela con el papel.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Compare its ten digits with the card or the NPI registry.</source>
   <translation>Compare sus diez cifras con la tarjeta o con el registro NPI.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>Compare with this record</source>
   <translation>Comparar con este expediente</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Compare with {name}</source>
   <translation>Comparar con {name}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Compare with: {command}</source>
   <translation>Compare con: {command}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Compare…</source>
   <translation>Comparar…</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Complete record</source>
   <translation>Completar expediente</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Compliance</source>
   <translation>Cumplimiento</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Consent for a minor</source>
   <translation>Consentimiento para un menor</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Consent to a photo</source>
   <translation>Consentimiento para una foto</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Consent to a photo: on</source>
   <translation>Consentimiento para una foto: el</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Consent to treat</source>
   <translation>Consentimiento de tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Consent to treatment</source>
   <translation>Consentimiento para el tratamiento</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Consent to treatment: on</source>
   <translation>Consentimiento para el tratamiento: el</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Consents</source>
   <translation>Consentimientos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/end_of_day.py" />
   <source>Contains patient information · printed {when} by {who}</source>
   <translation>Contiene datos de pacientes · impreso {when} por {who}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Contains patient information · shred today · printed {when} by {who}</source>
   <translation>Contiene datos de pacientes · triturar hoy · impreso el {when} por {who}</translation>
  </message>
  <message>
   <location filename="../../app/kit/files.py" />
   <source>Copy it to this computer first.</source>
   <translation>Cópielo primero a este equipo.</translation>
  </message>
  <message>
   <location filename="../../app/shell/crash.py" />
   <source>Copy the number</source>
   <translation>Copiar el número</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Coroner or funeral director</source>
   <translation>Médico forense o funeraria</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Correct it first: nothing is made as long as a clinic may have been configured there.</source>
   <translation>Corríjalo primero: no se hace nada mientras ahí pueda estar configurada una clínica.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Correct the site file.</source>
   <translation>Corrija el archivo del sitio.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Count</source>
   <translation>Cantidad</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/absences.py" />
   <source>Count it after all</source>
   <translation>Contarla de todos modos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Counted</source>
   <translation>Contado</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Court order or subpoena</source>
   <translation>Orden judicial o citación</translation>
  </message>
  <message>
   <location filename="../../forms/shell/practitioner.ui" />
   <source>Credential, for example PT</source>
   <translation>Título, por ejemplo PT</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/preview.py" />
   <source>Ctrl + and Ctrl − change the size, Esc closes.</source>
   <translation>Ctrl + y Ctrl − cambian el tamaño, Esc cierra.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>Ctrl P prints, Ctrl S saves, Esc closes.</source>
   <translation>Ctrl P imprime, Ctrl S guarda, Esc cierra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/pinboard.py" />
   <source>Ctrl+V takes the next one in hand, Enter drops it. Until then it keeps its time.</source>
   <translation>Ctrl+V toma la siguiente, Enter la suelta. Hasta entonces conserva su hora.</translation>
  </message>
  <message>
   <location filename="../../app/shell/status.py" />
   <source>DOWNTIME</source>
   <translation>SIN CONEXIÓN</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_page.py" />
   <source>Data</source>
   <translation>Datos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Date</source>
   <translation>Fecha</translation>
  </message>
  <message>
   <location filename="../../forms/documents/attach.ui" />
   <source>Dated</source>
   <translation>Fechado el</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Dates of the series</source>
   <translation>Fechas de la serie</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Day</source>
   <translation>Día</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/dates.py" />
   <source>Day and month may be swapped. It was read as {date}.</source>
   <translation>El día y el mes pueden estar cambiados. Se leyó como {date}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Day and month swapped</source>
   <translation>Día y mes cambiados</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Day and month swapped: {one} / {two}</source>
   <translation>Día y mes cambiados: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/canvas.py" />
   <source>Day by practitioner</source>
   <translation>Día por terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Day by room</source>
   <translation>Día por sala</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>Day sheet of everybody</source>
   <translation>Hoja del día de todos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/sheets.py" />
   <source>Day sheet of {name}</source>
   <translation>Hoja del día de {name}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sheets.py" />
   <source>Day sheet of {name} – {day} · {location}</source>
   <translation>Hoja del día de {name} – {day} · {location}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Day sheet · {day}</source>
   <translation>Hoja del día · {day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sheets.py" />
   <source>Day sheet – {day} · {location}</source>
   <translation>Hoja del día – {day} · {location}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Day, several days, week or month (Ctrl+Alt+1 to 4)</source>
   <translation>Día, varios días, semana o mes (Ctrl+Alt+1 a 4)</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Days</source>
   <translation>Días</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Days begin with 01. Is it {date}?</source>
   <translation>Los días empiezan con 01. ¿Es {date}?</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/beside.py" />
   <source>Days beside each other</source>
   <translation>Días uno al lado del otro</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series_move.ui" />
   <source>Days later (less than 0: earlier)</source>
   <translation>Días después (menos de 0: antes)</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Days looked back on</source>
   <translation>Días que se miran atrás</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>December</source>
   <translation>diciembre</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Declined</source>
   <translation>No quiso</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Declined this time</source>
   <translation>No quiso esta hora</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Demo clinic</source>
   <translation>Clínica de muestra</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>Desk</source>
   <translation>Mostrador</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Devanagari</source>
   <translation>Devanagari</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/attendance.py" />
   <source>Did not come</source>
   <translation>No vino</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Did not come…</source>
   <translation>No vino…</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Died</source>
   <translation>Falleció</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Different</source>
   <translation>Distinto</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Different. A license may show an old address</source>
   <translation>Distinto. Una licencia puede mostrar una dirección anterior</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Digital cards (*.json)</source>
   <translation>Tarjetas digitales (*.json)</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Director &amp;looks at number</source>
   <translation>La d&amp;irección la revisa en</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Director looks at number</source>
   <translation>La dirección la revisa en</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Discard</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Discard (Esc)</source>
   <translation>Descartar (Esc)</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Discard what you typed?</source>
   <translation>¿Descartar lo que escribió?</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Discard…</source>
   <translation>Descartar…</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Disclosed to {recipient} ({purpose})</source>
   <translation>Divulgado a {recipient} ({purpose})</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Documents</source>
   <translation>Documentos</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Does not wish to say</source>
   <translation>Prefiere no decirlo</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Done</source>
   <translation>Hechas</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Downtime</source>
   <translation>Sin conexión</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Drawer: float + cash</source>
   <translation>Caja: fondo + efectivo</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Driver's license</source>
   <translation>Licencia de conducir</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Drop here</source>
   <translation>Soltar aquí</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Drop {patient} here</source>
   <translation>Soltar aquí a {patient}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Dropped off</source>
   <translation>Dejaron de venir</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Due today</source>
   <translation>Debido hoy</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Due today, not paid (1 visit)</source>
   <translation>Debido hoy, sin pagar (1 visita)</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Due today, not paid ({n} visits)</source>
   <translation>Debido hoy, sin pagar ({n} visitas)</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>E-mail</source>
   <translation>Correo</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>E-mail instead</source>
   <translation>Correo en su lugar</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>E-mails</source>
   <translation>Correos</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>E-mails nearly alike</source>
   <translation>Correos casi iguales</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Each part needs at least {shortest} minutes.</source>
   <translation>Cada parte necesita al menos {shortest} minutos.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/glass.py" />
   <source>Each time is written down, and the privacy office looks at it.</source>
   <translation>Cada vez queda anotada y la oficina de privacidad la revisa.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Earlier receipts made void</source>
   <translation>Recibos anteriores anulados</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Either a race or that nothing was said, not both.</source>
   <translation>O una raza, o que no se dijo; no las dos cosas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Elig</source>
   <translation>Elig</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Eligibility</source>
   <translation>Elegibilidad</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>Emergency</source>
   <translation>Emergencia</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Emergency contact</source>
   <translation>Contacto de emergencia</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Emergency contact: is the patient's</source>
   <translation>Contacto de emergencia: vínculo con el paciente</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Emergency contact: name</source>
   <translation>Contacto de emergencia: nombre</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Emergency contact: phone</source>
   <translation>Contacto de emergencia: teléfono</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Employer</source>
   <translation>Empleador</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>Empty the field and scan one card.</source>
   <translation>Vacíe el campo y escanee una sola.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>Empty the field and scan the card once.</source>
   <translation>Vacíe el campo y escanee la identificación una sola vez.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>End</source>
   <translation>Terminar</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>End of day</source>
   <translation>Cierre del día</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/end_of_day.py" />
   <source>End of day · {day}</source>
   <translation>Cierre del día · {day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/end_of_day.py" />
   <source>End of day, {location}, {day}</source>
   <translation>Cierre del día, {location}, {day}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/settling.py" />
   <source>End one of them first.</source>
   <translation>Termine antes uno de ellos.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>End that one first, or make this one the second.</source>
   <translation>Termine ese primero, o ponga este como segundo.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>End the authorization</source>
   <translation>Dar fin a la autorización</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>End the plan</source>
   <translation>Terminar el plan</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>End the plan in force on the day before</source>
   <translation>Terminar el plan vigente el día anterior</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>End visit</source>
   <translation>Terminar</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>End {plan}</source>
   <translation>Terminar {plan}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>End: it stays in the record but is shown no more</source>
   <translation>Terminar: queda en el expediente, pero ya no se muestra</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/notes.py" />
   <source>Ended a note</source>
   <translation>Terminó una nota</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Ended a plan</source>
   <translation>Terminó un plan</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/authorizations.py" />
   <source>Ended an authorization</source>
   <translation>Dio fin a una autorización</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Ended no-show / scheduled; late cancels apart.</source>
   <translation>Terminaron en no vino / en la agenda; cancelaciones tardías aparte.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Ended {day}</source>
   <translation>Terminó el {day}</translation>
  </message>
  <message>
   <location filename="../../forms/documents/attach.ui" />
   <source>Ends</source>
   <translation>Vence el</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>Ends in {days} days</source>
   <translation>Vence en {days} días</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Ends on</source>
   <translation>Vence el</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>Ends today</source>
   <translation>Vence hoy</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>Ends tomorrow</source>
   <translation>Vence mañana</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/papers.py" />
   <source>Ends {day}</source>
   <translation>Vence el {day}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>End…</source>
   <translation>Terminar…</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>English</source>
   <translation>Inglés</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Enter in the board does the same</source>
   <translation>Enter en el tablero hace lo mismo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/rehoming.py" />
   <source>Enter moves one visit to its offer, Ctrl+M takes it in hand. Call the patient first.</source>
   <translation>Intro mueve una cita a la hora ofrecida, Ctrl+M la toma en la mano. Llame antes al paciente.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/standing.py" />
   <source>Enter opens a visit in the schedule.</source>
   <translation>Enter abre una visita en la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Enter takes the alternative of a date, Delete leaves it out.</source>
   <translation>Enter toma la alternativa de una fecha, Delete la deja fuera.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>Entered by mistake</source>
   <translation>Anotada por error</translation>
  </message>
  <message>
   <location filename="../../app/core/verify.py" />
   <source>Entry {position} does not follow the entry before it.</source>
   <translation>El asiento {position} no sigue al asiento anterior.</translation>
  </message>
  <message>
   <location filename="../../app/core/verify.py" />
   <source>Entry {position} is missing at the end.</source>
   <translation>Falta el asiento {position} al final.</translation>
  </message>
  <message>
   <location filename="../../app/core/verify.py" />
   <source>Entry {position} is missing: this desk saw up to {furthest} (an old copy, or a cut end).</source>
   <translation>Falta el asiento {position}: este mostrador vio hasta {furthest} (una copia antigua o un final cortado).</translation>
  </message>
  <message>
   <location filename="../../app/core/verify.py" />
   <source>Entry {position} is missing; entry {other} stands in its place.</source>
   <translation>Falta el asiento {position}; en su lugar está el asiento {other}.</translation>
  </message>
  <message>
   <location filename="../../app/core/verify.py" />
   <source>Entry {position} is not the one this desk saw: the journal was rewritten.</source>
   <translation>El asiento {position} no es el que vio este mostrador: la bitácora se reescribió.</translation>
  </message>
  <message>
   <location filename="../../app/core/verify.py" />
   <source>Entry {position} was changed after it was written.</source>
   <translation>El asiento {position} se cambió después de escribirse.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>Equipment</source>
   <translation>Equipo</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Esc discards it; go on typing to keep it.</source>
   <translation>Esc lo descarta; siga escribiendo para conservarlo.</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Ethiopic</source>
   <translation>Etíope</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Ethnicity</source>
   <translation>Etnia</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Evaluation</source>
   <translation>Evaluación</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Every paper of today is in.</source>
   <translation>Están todos los documentos de hoy.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Every so many wee&amp;ks</source>
   <translation>&amp;Cada cuántas semanas</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Every so many weeks</source>
   <translation>Cada cuántas semanas</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Every visit ahead is ready.</source>
   <translation>Todas las visitas por venir están listas.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Every visit is ready.</source>
   <translation>Todas las visitas están listas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Every visit is settled and all money is accounted for.</source>
   <translation>Todas las visitas están resueltas y todo el dinero cuadra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/rehoming.py" />
   <source>Every visit of these days has its time.</source>
   <translation>Todas las citas de estos días tienen su hora.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Every visit tomorrow is ready.</source>
   <translation>Todas las visitas de mañana están listas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>Every “{room}” is taken between {start} and {end}.</source>
   <translation>Todo “{room}” está ocupado entre {start} y {end}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Everybody</source>
   <translation>Todos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Everybody has one, or is done.</source>
   <translation>Todos la tienen o ya terminaron.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Everything is in order</source>
   <translation>Todo está en orden</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/papers.py" />
   <source>Expired {day}</source>
   <translation>Venció el {day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Explained at closing</source>
   <translation>Explicado al cerrar</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Explanation for {name}</source>
   <translation>Explicación para {name}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/export.py" />
   <source>Exported {patients} patients</source>
   <translation>Exportó {patients} pacientes</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>F</source>
   <translation>F</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>F&amp;ri</source>
   <translation>&amp;Vie</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>FD, LD, CC, BI, CO, IT or RO; may be repeated</source>
   <translation>FD, LD, CC, BI, CO, IT o RO; se puede repetir</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/arrivals.py" />
   <source>FHIR record {text} came in</source>
   <translation>Entró el expediente FHIR {text}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>FHIR records</source>
   <translation>Expedientes FHIR</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Fax</source>
   <translation>Fax</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>February</source>
   <translation>febrero</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>February {year} has {days} days. Is it {date}?</source>
   <translation>Febrero de {year} tiene {days} días. ¿Es {date}?</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Fee &amp;at the absence number</source>
   <translation>Ca&amp;rgo en la ausencia</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Fee at the absence number</source>
   <translation>Cargo en la ausencia</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Fee of a late &amp;cancel</source>
   <translation>Cargo por &amp;cancelación tardía</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Fee of a late cancel</source>
   <translation>Cargo por cancelación tardía</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Fee of a no-&amp;show</source>
   <translation>Cargo si n&amp;o vino</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Fee of a no-show</source>
   <translation>Cargo si no vino</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Female</source>
   <translation>Femenino</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>Field</source>
   <translation>Campo</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Field here</source>
   <translation>Campo aquí</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Field of {column}</source>
   <translation>Campo de {column}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/columns.py" />
   <source>Fields are: {fields}.</source>
   <translation>Los campos son: {fields}.</translation>
  </message>
  <message>
   <location filename="../../forms/exchange/import.ui" />
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Files of other systems (*.csv *.txt *.tsv *.hl7 *.json *.ndjson)</source>
   <translation>Archivos de otros sistemas (*.csv *.txt *.tsv *.hl7 *.json *.ndjson)</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Fill in what is missing</source>
   <translation>Completar lo que falta</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Fill slot</source>
   <translation>Llenar hueco</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Fill the hole</source>
   <translation>Llenar el hueco</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Fill the hole: whom to call</source>
   <translation>Llenar el hueco: a quién llamar</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Fill the hole…</source>
   <translation>Llenar el hueco…</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Fill {day}</source>
   <translation>Llenar {day}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Filled a hole with {practitioner} on {day} at {start}</source>
   <translation>Llenó un hueco con {practitioner} el {day} a las {start}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Filled and attended since {day}: no hole opened under 24 hours before its start is over yet.</source>
   <translation>Llenados y atendidos desde el {day}: aún no ha pasado ningún hueco que se abriera menos de 24 horas antes de su inicio.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Filled and attended since {day}: {percent} % ({came} of {opened} holes opened under 24 hours before their start).</source>
   <translation>Llenados y atendidos desde el {day}: {percent} % ({came} de {opened} huecos abiertos menos de 24 horas antes de su inicio).</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/hover.py" />
   <source>Filled by {patient}.</source>
   <translation>Lo ocupa {patient}.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/viewmodel/ladder.py" />
   <source>Filled with {name}: {day}, {time}</source>
   <translation>Llenado con {name}: {day}, {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/hover.py" />
   <source>Filled.</source>
   <translation>Lleno.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Financial policy</source>
   <translation>Política de pagos</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Financial policy: on</source>
   <translation>Política financiera: el</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Find a command</source>
   <translation>Buscar un comando</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Find a patient</source>
   <translation>Buscar un paciente</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/finder.py" />
   <source>Find a patient: name, birth date, phone, MRN</source>
   <translation>Buscar: nombre, nacimiento, teléfono, MRN</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>Find a time</source>
   <translation>Buscar una hora</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Find another</source>
   <translation>Buscar otro</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Find other times for visits outside the hours</source>
   <translation>Buscar otra hora para citas fuera del horario</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Find the other record of this person.</source>
   <translation>Busque el otro expediente de esta persona.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>Find the patient again.</source>
   <translation>Busque al paciente otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/booking.py" />
   <source>Find the patient first (Ctrl+K).</source>
   <translation>Busque primero al paciente (Ctrl+K).</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Finish</source>
   <translation>Terminar</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Finish the care</source>
   <translation>Terminar el tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Finish {care}</source>
   <translation>Terminar {care}</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Finished an episode of care</source>
   <translation>Terminó un tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Finish…</source>
   <translation>Terminar…</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>First</source>
   <translation>Primero</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>First &amp;day</source>
   <translation>Primer &amp;día</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>First &amp;free times</source>
   <translation>Primeras horas &amp;libres</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>First and last name</source>
   <translation>Nombre y apellido</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>First and last name with a dot between them is a good one: ana.ruiz.</source>
   <translation>Nombre y apellido con un punto en medio va bien: ana.ruiz.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>First day</source>
   <translation>Primer día</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>First free times</source>
   <translation>Primeras horas libres</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/licence.py" />
   <source>First name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>First one is called first</source>
   <translation>Primero se llama al primero</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>First row</source>
   <translation>Primera fila</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/pane.py" />
   <source>Fit width</source>
   <translation>Ajustar al ancho</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Follow-up</source>
   <translation>Seguimiento</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>For a visit</source>
   <translation>Por una visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week_form.py" />
   <source>For good</source>
   <translation>Sin fin</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>For how &amp;many weeks</source>
   <translation>Por cuántas &amp;semanas</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>For how many weeks</source>
   <translation>Por cuántas semanas</translation>
  </message>
  <message>
   <location filename="../../app/privacy/viewmodel.py" />
   <source>For the patient's safety</source>
   <translation>Por la seguridad del paciente</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>For the privacy office and the patient alone.</source>
   <translation>Solo para la oficina de privacidad y el paciente.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/block.ui" />
   <source>For w&amp;hom</source>
   <translation>&amp;Para quién</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>For whom</source>
   <translation>Para quién</translation>
  </message>
  <message>
   <location filename="../../app/shell/sign_in.py" />
   <source>Forgot your password? Your director can give you a new one.</source>
   <translation>¿Olvidó su contraseña? La dirección puede darle una nueva.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Form</source>
   <translation>Form</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Former name</source>
   <translation>Nombre anterior</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Former name: {name}</source>
   <translation>Nombre anterior: {name}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Forms</source>
   <translation>Formularios</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/results.py" />
   <source>Found by</source>
   <translation>Encontrado por</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>Four or five words in a row are easy to remember.</source>
   <translation>Cuatro o cinco palabras seguidas son fáciles de recordar.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Four or five words in a row are easy to remember. Your PIN ends with the old password.</source>
   <translation>Cuatro o cinco palabras seguidas son fáciles de recordar. Su PIN termina con la contraseña anterior.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Free</source>
   <translation>Libre</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/visit_type.ui" />
   <source>Free after, minutes</source>
   <translation>Libre después, minutos</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/visit_type.ui" />
   <source>Free before, minutes</source>
   <translation>Libre antes, minutos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/day_sheet.py" />
   <source>Free times: {free}.</source>
   <translation>Horas libres: {free}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Free, {minutes} min</source>
   <translation>Libre, {minutes} min</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>French</source>
   <translation>Francés</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Fri</source>
   <translation>vie</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Friday</source>
   <translation>viernes</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>From</source>
   <translation>Desde</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>From &amp;day</source>
   <translation>A p&amp;artir del</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>From (&amp;earliest)</source>
   <translation>Desde (lo más tempran&amp;o)</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>From (earliest)</source>
   <translation>Desde (lo más temprano)</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>From day</source>
   <translation>A partir del</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>From then on letters, calls and messages go here alone; the usual phone and address stay unused.</source>
   <translation>Desde entonces las cartas, llamadas y mensajes van solo aquí; el teléfono y la dirección habituales no se usan.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>From which day on</source>
   <translation>Desde qué día</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>From {first} to {last}.</source>
   <translation>Del {first} al {last}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>From {time}</source>
   <translation>Desde las {time}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>From, to</source>
   <translation>Desde, hasta</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Front desk</source>
   <translation>Mostrador</translation>
  </message>
  <message>
   <location filename="../../app/shell/card.py" />
   <source>Frontdesk</source>
   <translation>Frontdesk</translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Frontdesk cannot read the settings in {file}. It uses its usual settings.</source>
   <translation>Frontdesk no puede leer la configuración en {file}. Usa la habitual.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/written.py" />
   <source>Frontdesk cannot read these hours: {text}</source>
   <translation>Frontdesk no entiende este horario: {text}</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Frontdesk cannot write to the folder {folder}.</source>
   <translation>Frontdesk no puede escribir en la carpeta {folder}.</translation>
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>Frontdesk does not trust the keyring of this computer.</source>
   <translation>Frontdesk no confía en el llavero de este equipo.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Frontdesk is new here</source>
   <translation>Frontdesk es nuevo aquí</translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Frontdesk knows no setting {key}, named in {file}.</source>
   <translation>Frontdesk no conoce el ajuste {key}, que está en {file}.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Frontdesk knows no time zone {name}.</source>
   <translation>Frontdesk no conoce la zona horaria {name}.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Frontdesk speaks English and Spanish.</source>
   <translation>Frontdesk habla inglés y español.</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>Frontdesk without a word opens the window.</source>
   <translation>Frontdesk sin ninguna palabra abre la ventana.</translation>
  </message>
  <message>
   <location filename="../../forms/patients/telecom.ui" />
   <source>Further contact: kind</source>
   <translation>Otro contacto: tipo</translation>
  </message>
  <message>
   <location filename="../../forms/patients/telecom.ui" />
   <source>Further contact: note</source>
   <translation>Otro contacto: nota</translation>
  </message>
  <message>
   <location filename="../../forms/patients/telecom.ui" />
   <source>Further contact: number or e-mail</source>
   <translation>Otro contacto: número o correo</translation>
  </message>
  <message>
   <location filename="../../app/kit/strip.py" />
   <source>Further to the left</source>
   <translation>Más a la izquierda</translation>
  </message>
  <message>
   <location filename="../../app/kit/strip.py" />
   <source>Further to the right</source>
   <translation>Más a la derecha</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/giving.py" />
   <source>Gave out the whole record of MRN {number}</source>
   <translation>Entregó el expediente completo del MRN {number}</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Gave the account {user_id} a one-time password</source>
   <translation>Dio a la cuenta {user_id} una contraseña de un solo uso</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Gave the reason: {reason_code}</source>
   <translation>Dio el motivo: {reason_code}</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Georgian</source>
   <translation>Georgiano</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>German</source>
   <translation>Alemán</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Give each row a number of its own.</source>
   <translation>Dé a cada fila un número propio.</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>Give it through --password-stdin or --recovery-key-stdin.</source>
   <translation>Delo por --password-stdin o --recovery-key-stdin.</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>Give one line for each question.</source>
   <translation>Dé una línea por cada pregunta.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/standard.py" />
   <source>Give the record as a PDF, and tell IT.</source>
   <translation>Entregue el expediente en PDF y avise a Sistemas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/standing.py" />
   <source>Go back</source>
   <translation>Volver</translation>
  </message>
  <message>
   <location filename="../../app/checklists/queries.py" />
   <source>Go back to the board.</source>
   <translation>Vuelva al tablero.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>Go back to the schedule.</source>
   <translation>Vuelva a la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/shell/crash.py" />
   <source>Go on</source>
   <translation>Seguir</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Go on.</source>
   <translation>Siga adelante.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>Go there</source>
   <translation>Ir ahí</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Go to the free time before</source>
   <translation>Ir a la hora libre anterior</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Go to the next area</source>
   <translation>Ir a la zona siguiente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Go to the next free time</source>
   <translation>Ir a la próxima hora libre</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Go to {place}</source>
   <translation>Ir a {place}</translation>
  </message>
  <message>
   <location filename="../../app/shell/sign_in.py" />
   <source>Good morning</source>
   <translation>Buenos días</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Gray</source>
   <translation>Gris</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Greek</source>
   <translation>Griego</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Green</source>
   <translation>Verde</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Group number</source>
   <translation>Número de grupo</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Group {number}</source>
   <translation>Grupo {number}</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Group {number} of the recovery key does not read right.</source>
   <translation>El grupo {number} de la clave de recuperación no se lee bien.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Guarantor</source>
   <translation>Garante</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/completeness.py" />
   <source>Guarantor: phone or address</source>
   <translation>Garante: teléfono o dirección</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Gujarati</source>
   <translation>Guyaratí</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Gurmukhi</source>
   <translation>Gurmukhi</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/arrivals.py" />
   <source>HL7 message {text} ({event}) came in</source>
   <translation>Entró el mensaje HL7 {text} ({event})</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>HL7 messages</source>
   <translation>Mensajes HL7</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>HMO</source>
   <translation>HMO</translation>
  </message>
  <message>
   <location filename="../../app/payments/rules.py" />
   <source>HSA card</source>
   <translation>Tarjeta HSA</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Haitian Creole</source>
   <translation>Criollo haitiano</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Has another visit then</source>
   <translation>Tiene otra visita a esa hora</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Health oversight agency</source>
   <translation>Agencia de supervisión de salud</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Hebrew</source>
   <translation>Hebreo</translation>
  </message>
  <message>
   <location filename="../../forms/shell/look.ui" />
   <source>Height of rows</source>
   <translation>Altura de las filas</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>Here</source>
   <translation>Aquí</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Here now</source>
   <translation>Aquí ahora</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Here today, nothing booked after it</source>
   <translation>Aquí hoy, nada reservado después</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Hide names, or show them again</source>
   <translation>Ocultar los nombres, o mostrarlos de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>High contrast</source>
   <translation>Alto contraste</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Hindi</source>
   <translation>Hindi</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Hispanic or Latino</source>
   <translation>Hispana o latina</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Hmong</source>
   <translation>Hmong</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Hold a booked visit over another one to let them change places.</source>
   <translation>Lleve una visita reservada sobre otra para que cambien de lugar.</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Holds</source>
   <translation>Vigencia</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/week.ui" />
   <source>Holds from</source>
   <translation>Vale desde</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Hole</source>
   <translation>Hueco</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Holes to fill</source>
   <translation>Huecos por llenar</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Holiday</source>
   <translation>Día festivo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/__init__.py" />
   <source>Holidays</source>
   <translation>Días festivos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/holidays.py" />
   <source>Holidays are known from {first} to {last}.</source>
   <translation>Se conocen los días festivos de {first} a {last}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Home phone</source>
   <translation>Tel. de casa</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/hours.py" />
   <source>Hours</source>
   <translation>Horario</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/card.py" />
   <source>Hours and rooms belong to one location. Choose one above (Ctrl+Shift+L).</source>
   <translation>El horario y las salas son de un solo local. Elija uno arriba (Ctrl+Shift+L).</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Hours go from 0 to 23.</source>
   <translation>Las horas van de 0 a 23.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Hours of notice</source>
   <translation>Horas de aviso</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>How it looks</source>
   <translation>Aspecto</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>How many days</source>
   <translation>Cuántos días</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>How to reach</source>
   <translation>Cómo comunicarse</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>However late</source>
   <translation>Por tarde que sea</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Husband, wife or partner</source>
   <translation>Cónyuge o pareja</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>ID</source>
   <translation>ID</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>ID number</source>
   <translation>Número de identificación</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>If it is lost or seen</source>
   <translation>Si se pierde o alguien la ve</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>If nothing fits, say that the clinic calls back at the number it has, and open nothing.</source>
   <translation>Si nada coincide, diga que la clínica llamará al número que tiene, y no abra nada.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/batches.py" />
   <source>Imported a batch of {file_name}: {created} new, {changed} changed, {known} as before, {refused} refused</source>
   <translation>Importó una parte de {file_name}: {created} nuevos, {changed} cambiados, {known} como antes, {refused} rechazados</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/patients.py" />
   <source>Imported patients: {created} new, {changed} completed, {known} already here, {refused} refused</source>
   <translation>Pacientes importados: {created} nuevos, {changed} completados, {known} ya presentes, {refused} rechazados</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/appointments.py" />
   <source>Imported visits: {created} new, {known} already here, {refused} refused</source>
   <translation>Importó visitas: {created} nuevas, {known} ya estaban, {refused} rechazadas</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Import…</source>
   <translation>Importar…</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/glass.ui" />
   <source>In a few wor&amp;ds</source>
   <translation>En &amp;pocas palabras</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/glass.ui" />
   <source>In a few words</source>
   <translation>En pocas palabras</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>In care since {day}, no visit yet, nothing booked</source>
   <translation>En atención desde el {day}, aún sin visitas, nada reservado</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>In force</source>
   <translation>Vigente</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>In force until {day}</source>
   <translation>Vigente hasta el {day}</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>In order.</source>
   <translation>En orden.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>In order: {names}</source>
   <translation>En orden: {names}</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>In room</source>
   <translation>En sala</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/absences.py" />
   <source>In time: {hours} hours or more before. Nothing is counted.</source>
   <translation>A tiempo: {hours} horas o más antes. No se cuenta nada.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/room.ui" />
   <source>In use</source>
   <translation>En uso</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>In {days} days: {what}</source>
   <translation>En {days} días: {what}</translation>
  </message>
  <message>
   <location filename="../../app/patients/queries/worklist.py" />
   <source>Incomplete registrations</source>
   <translation>Inscripción incompleta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Indigo</source>
   <translation>Índigo</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Install Frontdesk again.</source>
   <translation>Instale Frontdesk de nuevo.</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>Instead of</source>
   <translation>En lugar de</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Instead: {time}</source>
   <translation>En su lugar: {time}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Insurance</source>
   <translation>Seguro</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Insurance card</source>
   <translation>Tarjeta del seguro</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Intake form</source>
   <translation>Cuestionario inicial</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Invented people, thrown away at the end. The clock began at 10:40.</source>
   <translation>Personas inventadas, que se borran al final. El reloj empezó a las 10:40.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Is</source>
   <translation>Es</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Is the patient's</source>
   <translation>Parentesco</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Issued by</source>
   <translation>Emitida por</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Issued on</source>
   <translation>Emitida el</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/episode.ui" />
   <source>It &amp;rests for now</source>
   <translation>Por ahora está en pa&amp;usa</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>It belongs to a patient who is not in this file.</source>
   <translation>Es de un paciente que no está en este archivo.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>It does not answer.</source>
   <translation>No responde.</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>It ends before it begins.</source>
   <translation>Termina antes de empezar.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>It holds something that cannot be kept. Nothing was changed.</source>
   <translation>Trae algo que no se puede guardar. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>It is &amp;asked for and not given yet</source>
   <translation>Está &amp;solicitada y todavía no concedida</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>It is a &amp;new plan; the one before stays in its place</source>
   <translation>Es un plan &amp;nuevo; el anterior queda en su lugar</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>It is a new plan; the one before stays in its place</source>
   <translation>Es un plan nuevo; el anterior queda en su lugar</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>It is asked for and not given yet</source>
   <translation>Está solicitada y todavía no concedida</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>It is handed over</source>
   <translation>Ya se entregó</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>It is not said where to reach the patient instead.</source>
   <translation>No se dice dónde localizar al paciente en su lugar.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>It is not said who this is.</source>
   <translation>No se dice quién es.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>It is of {whose}. Nothing was taken from it.</source>
   <translation>Es de {whose}. No se tomó nada de ella.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>It is older than what came before. Nothing was changed.</source>
   <translation>Es más antiguo que lo que ya llegó. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>It is shown only now, and kept nowhere. Hand it over before you go on.</source>
   <translation>Solo se muestra ahora y no se guarda en ningún lugar. Entréguela antes de seguir.</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>It is typed right, so look for the paper with the newest date.</source>
   <translation>Está bien escrita; busque el papel con la fecha más nueva.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/cards.py" />
   <source>It names no plan.</source>
   <translation>No nombra ningún plan.</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/episode.ui" />
   <source>It rests for now</source>
   <translation>Por ahora está en pausa</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>It says otherwise: {fields}.</source>
   <translation>Dice otra cosa en: {fields}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>It says what stands here.</source>
   <translation>Dice lo mismo que está aquí.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>It says what stands in the record.</source>
   <translation>Dice lo mismo que el expediente.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/attendance.py" />
   <source>It stands</source>
   <translation>Queda anotada</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/attendance.py" />
   <source>It stands: {name}</source>
   <translation>Queda anotada: {name}</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_authorization.ui" />
   <source>It was &amp;never given</source>
   <translation>&amp;Nunca se concedió</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/finish.ui" />
   <source>It was &amp;never this patient’s care</source>
   <translation>&amp;Nunca fue el tratamiento de este paciente</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_coverage.ui" />
   <source>It was &amp;never this patient’s plan</source>
   <translation>&amp;Nunca fue el plan de este paciente</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/people.py" />
   <source>It was kept as it is written.</source>
   <translation>Se guardó como está escrito.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fitting.py" />
   <source>It was left as it was.</source>
   <translation>Se dejó como estaba.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/people.py" />
   <source>It was left empty.</source>
   <translation>Se dejó vacío.</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_authorization.ui" />
   <source>It was never given</source>
   <translation>Nunca se concedió</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/finish.ui" />
   <source>It was never this patient’s care</source>
   <translation>Nunca fue el tratamiento de este paciente</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_coverage.ui" />
   <source>It was never this patient’s plan</source>
   <translation>Nunca fue el plan de este paciente</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Italian</source>
   <translation>Italiano</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Its columns are: {columns}.</source>
   <translation>Sus columnas son: {columns}.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Its first two columns hold the numbers of records that are one person's.</source>
   <translation>Sus dos primeras columnas llevan los números de registros de una misma persona.</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Its kind, if left empty</source>
   <translation>Su tipo, si queda vacío</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>Its numbers lead to {mrns} here. Look whether they are one person.</source>
   <translation>Sus números llevan aquí a {mrns}. Revise si son una misma persona.</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>January</source>
   <translation>enero</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Japanese</source>
   <translation>Japonés</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Join it with its recovery file, or name another.</source>
   <translation>Únase a ella con su archivo de recuperación, o indique otra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Joined two parts of a visit again</source>
   <translation>Se unieron otra vez dos partes de una visita</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Journal</source>
   <translation>Bitácora</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>July</source>
   <translation>julio</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>June</source>
   <translation>junio</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Kannada</source>
   <translation>Canarés</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>Keep it as it is</source>
   <translation>Dejarlo como está</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Keep it so</source>
   <translation>Guárdela así</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/entry.py" />
   <source>Keep the change</source>
   <translation>Guardar el cambio</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Keep the note</source>
   <translation>Guardar la nota</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Keep the other one</source>
   <translation>Conservar el otro</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Keep the visits and change the hours</source>
   <translation>Conservar las visitas y cambiar el horario</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Keep the visits and close the days</source>
   <translation>Conservar las visitas y cerrar los días</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Keep this for your HSA, tax or insurance.</source>
   <translation>Guárdelo para su HSA, sus impuestos o su seguro.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Kept as two people</source>
   <translation>Quedan como dos personas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Kept back</source>
   <translation>Apartadas</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>Kept back, e.g. for the re-evaluation</source>
   <translation>Apartadas, p. ej. para la reevaluación</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/zones.py" />
   <source>Kept the wall times of visits to come: {moved} moved</source>
   <translation>Mantuvo las horas de reloj de las visitas por venir: {moved} movidas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Key fingerprint {mark}. This slip does not open anything.</source>
   <translation>Huella de la clave {mark}. Este talón no abre nada.</translation>
  </message>
  <message>
   <location filename="../../app/shell/keys.py" />
   <source>Keys of this screen</source>
   <translation>Teclas de esta pantalla</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Khmer</source>
   <translation>Jemer</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Kind</source>
   <translation>Tipo</translation>
  </message>
  <message>
   <location filename="../../forms/documents/attach.ui" />
   <source>Kind of paper</source>
   <translation>Tipo de documento</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/room.ui" />
   <source>Kind that visit types ask for</source>
   <translation>Clase que piden los tipos de visita</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Korean</source>
   <translation>Coreano</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>L late cancel</source>
   <translation>L cancelación tardía</translation>
  </message>
  <message>
   <location filename="../../app/shell/status.py" />
   <source>LIVE</source>
   <translation>EN LÍNEA</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Lao</source>
   <translation>Lao</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/pane.py" />
   <source>Larger</source>
   <translation>Más grande</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>Last &amp;day</source>
   <translation>Último &amp;día</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Last backup: {day}, {time}.</source>
   <translation>Última copia: {day}, {time}.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Last day</source>
   <translation>Último día</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_authorization.ui" />
   <source>Last day of the authorization</source>
   <translation>Último día de la autorización</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/finish.ui" />
   <source>Last day of the care</source>
   <translation>Último día del tratamiento</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/end_coverage.ui" />
   <source>Last day of the plan</source>
   <translation>Último día del plan</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Last here yesterday, nothing booked</source>
   <translation>Vino ayer por última vez, nada reservado</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Last here {days} days ago, nothing booked</source>
   <translation>Vino hace {days} días, nada reservado</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/licence.py" />
   <source>Last name</source>
   <translation>Apellido</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>Late</source>
   <translation>Tarde</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Late cancel</source>
   <translation>Cancelación tardía</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/__init__.py" />
   <source>Late cancels, no-shows</source>
   <translation>Cancelaciones tardías, ausencias</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Late holes attended by another / all such holes.</source>
   <translation>Huecos tardíos atendidos por otra visita / todos esos huecos.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Law enforcement</source>
   <translation>Fuerzas del orden</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/sweeping.py" />
   <source>Learnt how this clinic's records agree, from {pairs} pairs</source>
   <translation>Aprendió cómo coinciden los expedientes de esta clínica, de {pairs} pares</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Leave it</source>
   <translation>Dejarla</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/skills.py" />
   <source>Leave some out.</source>
   <translation>Quite algunas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>Leave the others out, or ask the payer for more.</source>
   <translation>Deje fuera las demás, o pida más a la aseguradora.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Left a message</source>
   <translation>Se dejó un mensaje</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/finder.py" />
   <source>Left and right choose another time of that day.</source>
   <translation>Izquierda y derecha eligen otra hora de ese día.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Left out</source>
   <translation>Dejada fuera</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Left unseen</source>
   <translation>Se fue sin atención</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Left unseen…</source>
   <translation>Se fue sin atención…</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Left without a next visit</source>
   <translation>Se fueron sin próxima visita</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Left without being seen: {reason_code}</source>
   <translation>Se fue sin atención: {reason_code}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>Let a visit be booked with {practitioner} against the rules</source>
   <translation>Permitió reservar una visita con {practitioner} contra las reglas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/pinboard.py" />
   <source>Let go to pin the visit. Until it is dropped it keeps its time.</source>
   <translation>Suelte para fijar la cita. Hasta que se coloque conserva su hora.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/first_run.py" />
   <source>Let the administrator {user_name} back in with the recovery key</source>
   <translation>Dejó entrar al administrador {user_name} con la clave de recuperación</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>Let the desk book against a rule</source>
   <translation>Permitir al mostrador reservar contra una regla</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/giving.py" />
   <source>Let the desk book it</source>
   <translation>Permitir al mostrador</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Let this login write there, or name another folder in the site file.</source>
   <translation>Deje que este usuario escriba ahí, o indique otra carpeta en el archivo del sitio.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Liability</source>
   <translation>Responsabilidad civil</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>License</source>
   <translation>Licencia</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>License not read.</source>
   <translation>Licencia no leída.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>License read.</source>
   <translation>Licencia leída.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/framing.py" />
   <source>Lines stand outside of any message.</source>
   <translation>Hay líneas fuera de todo mensaje.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/tools.py" />
   <source>List</source>
   <translation>Lista</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Location</source>
   <translation>Local</translation>
  </message>
  <message>
   <location filename="../../app/shell/top.py" />
   <source>Location: {name}</source>
   <translation>Local: {name}</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Locations</source>
   <translation>Locales</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Lock the screen</source>
   <translation>Bloquear la pantalla</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>Locked</source>
   <translation>Bloqueado</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/signing.py" />
   <source>Locked the screen</source>
   <translation>Bloqueó la pantalla</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Look at it</source>
   <translation>Mirarlo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>Look at it again, then go on.</source>
   <translation>Mírelo otra vez y siga.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>Look at it again.</source>
   <translation>Mírelo otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Look at it again; what you typed is still here.</source>
   <translation>Mírelo otra vez; lo que usted escribió sigue aquí.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Look at it on the board.</source>
   <translation>Mírela en el tablero.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Look at the board.</source>
   <translation>Mire el tablero.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Look at the day again.</source>
   <translation>Mire el día otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Look at the day's money.</source>
   <translation>Mire el dinero del día.</translation>
  </message>
  <message>
   <location filename="../../app/cli/feeding.py" />
   <source>Look at the file's name and kind.</source>
   <translation>Revise el nombre y el tipo del archivo.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>Look at the list again.</source>
   <translation>Vea la lista otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Look at the list of jobs before you print again: the document may be in it.</source>
   <translation>Mire la lista de trabajos antes de imprimir otra vez: el documento puede estar ahí.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Look at the names in its first row.</source>
   <translation>Mire los nombres de su primera fila.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Look at the patient's plans again.</source>
   <translation>Mire otra vez los planes del paciente.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Look at the patient's record again.</source>
   <translation>Vuelva a mirar el expediente.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/parting.py" />
   <source>Look at the record again.</source>
   <translation>Mire el expediente de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Look at the record.</source>
   <translation>Mire el expediente.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>Look at the rules again.</source>
   <translation>Vea las reglas otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Look at the schedule again.</source>
   <translation>Mire otra vez la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>Look at the series again.</source>
   <translation>Vuelva a mirar la serie.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Look for a renamed folder or an unplugged disk, or restore from a backup.</source>
   <translation>Busque una carpeta con otro nombre o un disco desconectado, o restaure una copia de seguridad.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>Look whether it is there and open elsewhere.</source>
   <translation>Mire si está ahí y si está abierto en otro lugar.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/sweeping.py" />
   <source>Look-alikes noted, {new} of them new</source>
   <translation>Parecidos anotados; {new} son nuevos</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/glass.py" />
   <source>Looked at</source>
   <translation>Revisado</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Looked at a broken glass: {finding}</source>
   <translation>Revisó un acceso restringido: {finding}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>Looked at an absence, and it stands</source>
   <translation>Revisó una ausencia, y queda anotada</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/identity.py" />
   <source>Looked at the number of the proof of identity</source>
   <translation>Vio el número de la prueba de identidad</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/sweeping.py" />
   <source>Looked for doubles among {people} people: {found} pairs look alike</source>
   <translation>Buscó duplicados entre {people} personas: {found} pares se parecen</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Looking…</source>
   <translation>Mirando…</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Looks after accounts, settings and backups, and sees no patients.</source>
   <translation>Se ocupa de cuentas, configuración y copias de seguridad, y no ve pacientes.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>M</source>
   <translation>M</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>M&amp;inutes</source>
   <translation>Min&amp;utos</translation>
  </message>
  <message>
   <location filename="../../app/kit/fields.py" />
   <source>MM/DD/YYYY</source>
   <translation>MM/DD/AAAA</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>MRN</source>
   <translation>MRN</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>MRN {mrn}</source>
   <translation>MRN {mrn}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>MRN {number}</source>
   <translation>MRN {number}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Made a disclosure void</source>
   <translation>Anuló una divulgación</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>Made a document void: {reason}</source>
   <translation>Anuló un documento: {reason}</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>Made and read back: {folder}</source>
   <translation>Hecha y leída de nuevo: {folder}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Made by mistake</source>
   <translation>Hecha por equivocación</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>Made for the patient on {day}, after 45 CFR 164.528.</source>
   <translation>Hecho para el paciente el {day}, según 45 CFR 164.528.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Made on the server; ask who looks after it.</source>
   <translation>Se hace en el servidor; pregunte a quien lo cuida.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/merging.py" />
   <source>Made one record of MRN {merged_mrn} and {mrn}</source>
   <translation>Unió en un solo expediente los MRN {merged_mrn} y {mrn}</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Made receipt {number} void: {reason}</source>
   <translation>Anuló el recibo {number}: {reason}</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/papers.py" />
   <source>Made void</source>
   <translation>Anulado</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Make a paper void</source>
   <translation>Anular un documento</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Make it void</source>
   <translation>Anularlo</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Make one record</source>
   <translation>Unir en un expediente</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Make one record of two</source>
   <translation>Unir dos expedientes en uno</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Make receipt {number} void</source>
   <translation>Anular el recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>Make room on it, then try again; what you typed is still here.</source>
   <translation>Haga espacio y luego intente de nuevo; lo que usted escribió sigue aquí.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Make room on this disk.</source>
   <translation>Haga espacio en este disco.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>Make room there, or choose another folder. The clinic's own data is not touched.</source>
   <translation>Haga espacio o elija otra carpeta. Los datos de la clínica no se tocan.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Make somebody else an administrator first.</source>
   <translation>Haga primero administrador a otra persona.</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Make void…</source>
   <translation>Anular…</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Make {number} void…</source>
   <translation>Anular {number}…</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Malayalam</source>
   <translation>Malayalam</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Male</source>
   <translation>Masculino</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>March</source>
   <translation>marzo</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Mark as left</source>
   <translation>Marcar que se fue</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Mark as no-show</source>
   <translation>Marcar que no vino</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Mark as signed · {count}</source>
   <translation>Marcar como firmadas · {count}</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Marked as no-show: {reason_code}</source>
   <translation>Marcó que no vino: {reason_code}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>Marked as signed: {count}</source>
   <translation>Marcadas como firmadas: {count}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/signing.py" />
   <source>Marked the notes of {count} visits as not signed</source>
   <translation>Marcó como no firmadas las notas de {count} visitas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/signing.py" />
   <source>Marked the notes of {count} visits as signed</source>
   <translation>Marcó como firmadas las notas de {count} visitas</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>May</source>
   <translation>mayo</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>May not share this time with another patient</source>
   <translation>No puede compartir esta hora con otro paciente</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>May we call?</source>
   <translation>¿Podemos llamar?</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>May we e-mail?</source>
   <translation>¿Podemos enviar correos?</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>May we leave voicemail?</source>
   <translation>¿Podemos dejar mensajes de voz?</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>May we text?</source>
   <translation>¿Podemos enviar mensajes de texto?</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Medicaid</source>
   <translation>Medicaid</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Medicare</source>
   <translation>Medicare</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Medicare Advantage</source>
   <translation>Medicare Advantage</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Member ID</source>
   <translation>Número de miembro</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Member number</source>
   <translation>Número de miembro</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Member numbers nearly alike</source>
   <translation>Números de miembro casi iguales</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Member {number}</source>
   <translation>Miembro {number}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Merge with another record</source>
   <translation>Unir con otro expediente</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Merge with…</source>
   <translation>Unir con…</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Method</source>
   <translation>Forma</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Middle name</source>
   <translation>Segundo nombre</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>Minutes</source>
   <translation>Minutos</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Minutes go from 00 to 59.</source>
   <translation>Los minutos van de 00 a 59.</translation>
  </message>
  <message>
   <location filename="../../forms/exchange/import.ui" />
   <source>Minutes of a visit, where the file has none</source>
   <translation>Minutos de una visita, si el archivo no los tiene</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Missing</source>
   <translation>Falta</translation>
  </message>
  <message>
   <location filename="../../app/checklists/queries.py" />
   <source>Missing documents</source>
   <translation>Documentos que faltan</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Missing for {time}</source>
   <translation>Falta para las {time}</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>Mix at least three digits.</source>
   <translation>Mezcle al menos tres cifras.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Mixtec</source>
   <translation>Mixteco</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Mobile</source>
   <translation>Celular</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Mon</source>
   <translation>lun</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Monday</source>
   <translation>lunes</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Monday to Friday alike</source>
   <translation>De lunes a viernes igual</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Money</source>
   <translation>Dinero</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Mongolian</source>
   <translation>Mongol</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Month</source>
   <translation>Mes</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/month.py" />
   <source>Month of load</source>
   <translation>Ocupación del mes</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Months go from 01 to 12.</source>
   <translation>Los meses van de 01 a 12.</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>More about it</source>
   <translation>Más sobre ello</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>More likely family</source>
   <translation>Más bien familia</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>More phones and e-mails</source>
   <translation>Más teléfonos y correos</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/waive.ui" />
   <source>More to it</source>
   <translation>Algo más</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>More visits</source>
   <translation>Visitas adicionales</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Move</source>
   <translation>Mover</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Move a series</source>
   <translation>Mover una serie</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/rehoming.py" />
   <source>Move all {count}</source>
   <translation>Mover las {count}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/rehoming.py" />
   <source>Move it</source>
   <translation>Mover</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Move it to a disk of this computer, or use a database server.</source>
   <translation>Muévala a un disco de este equipo o use un servidor de base de datos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Move its series, or the rest…</source>
   <translation>Mover su serie o el resto…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/inroom.py" />
   <source>Move its time alone.</source>
   <translation>Cambie solo la hora.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/zones.py" />
   <source>Move one of them, then start again.</source>
   <translation>Mueva una de ellas y comience de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/merging.py" />
   <source>Move or cancel one of each pair first.</source>
   <translation>Mueva o cancele antes una de cada par.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Move or cancel them first, or close it anyway with a reason.</source>
   <translation>Muévalas o cancélelas primero, o ciérrelo de todos modos con un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/types.py" />
   <source>Move or cancel them first.</source>
   <translation>Muévalas o cancélelas primero.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/serial.py" />
   <source>Move the series of this visit</source>
   <translation>Mover la serie de esta visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Move the visit</source>
   <translation>Mover la visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>Move them first, or keep them and change the hours.</source>
   <translation>Muévalas primero, o consérvelas y cambie el horario.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>Move them first, or keep them and close the days.</source>
   <translation>Muévalas primero, o consérvelas y cierre los días.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Move them first, or leave room for {count}.</source>
   <translation>Muévalas primero, o deje lugar para {count}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Move them one by one.</source>
   <translation>Muévalas una por una.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/rehoming.py" />
   <source>Move this visit by hand (Ctrl+M).</source>
   <translation>Mueva esta cita a mano (Ctrl+M).</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Move visits of the series</source>
   <translation>Mover visitas de la serie</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Move {count} visits</source>
   <translation>Mover {count} visitas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Moved</source>
   <translation>Movida</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Moved to {practitioner} on {day} at {start}[: {reason_code}]</source>
   <translation>Cambió la visita a {practitioner} el {day} a las {start}[: {reason_code}]</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/rehoming.py" />
   <source>Moved {count} visits</source>
   <translation>Se movieron {count} citas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>Moved {count} visits of a series, from {first_day} on</source>
   <translation>Movió {count} visitas de una serie, a partir del {first_day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/moving.py" />
   <source>Moved {count} visits[: {reason_code}]</source>
   <translation>Movió {count} citas[: {reason_code}]</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Moved {patient} to {day}, {time}</source>
   <translation>{patient}: ahora {day}, {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Moved {patient} to {time}</source>
   <translation>{patient} pasó a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Moved {patient} to “{room}”</source>
   <translation>{patient}: pasó a “{room}”</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Moved {patient} to “{room}”, {time}</source>
   <translation>{patient}: pasó a “{room}”, {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Moves because: {why}. Ctrl+E for another reason.</source>
   <translation>Se mueve por: {why}. Ctrl+E para otro motivo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Move…</source>
   <translation>Mover…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Moving {patient}. Arrow keys choose, Enter drops, Ctrl+E says why, Esc leaves it.</source>
   <translation>Moviendo a {patient}. Las flechas eligen, Intro suelta, Ctrl+E dice por qué, Esc lo deja.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>N no-show</source>
   <translation>N no vino</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>N&amp;ote</source>
   <translation>N&amp;ota</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>N&amp;ote for this visit</source>
   <translation>&amp;Nota para esta visita</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>NPI</source>
   <translation>NPI</translation>
  </message>
  <message>
   <location filename="../../forms/shell/practitioner.ui" />
   <source>NPI, 10 digits</source>
   <translation>NPI, 10 cifras</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>Name a backup folder.</source>
   <translation>Indique una carpeta para la copia.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Name a file in a folder of yours.</source>
   <translation>Indique un archivo en una carpeta suya.</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>Name a file with --out.</source>
   <translation>Nombre un archivo con --out.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Name before marriage</source>
   <translation>Nombre de soltera</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Name of the clinic or group</source>
   <translation>Nombre de la clínica o del grupo</translation>
  </message>
  <message>
   <location filename="../../forms/exchange/import.ui" />
   <source>Name of the other system</source>
   <translation>Nombre del otro sistema</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>Name of the p&amp;lan</source>
   <translation>Nombre del p&amp;lan</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Name of the plan</source>
   <translation>Nombre del plan</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Name of this location</source>
   <translation>Nombre de este local</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>Name one with --location.</source>
   <translation>Indique uno con --location.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Name that role with --owner-url postgresql://owner@host/name.</source>
   <translation>Indique esa función con --owner-url postgresql://owner@host/name.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>Name yourself with --user.</source>
   <translation>Indique quién es usted con --user.</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/payer.ui" />
   <source>Name, as it stands on the card</source>
   <translation>Nombre, como está en la tarjeta</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Name, birth date, phone or MRN</source>
   <translation>Nombre, fecha de nacimiento, teléfono o MRN</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Names nearly alike: {one} / {two}</source>
   <translation>Nombres casi iguales: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>National security or custody</source>
   <translation>Seguridad nacional o custodia</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Native Hawaiian or Pacific Islander</source>
   <translation>Nativa de Hawái o de las islas del Pacífico</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Navajo</source>
   <translation>Navajo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>Nearest free for both: {nearest}.</source>
   <translation>Horas libres más cercanas para ambos: {nearest}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>Nearest free, in any such room: {nearest}.</source>
   <translation>Libre más cerca, en cualquier sala así: {nearest}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>Nearest free: {nearest}.</source>
   <translation>Libre más cerca: {nearest}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/reasons.py" />
   <source>Nearest free: {time}</source>
   <translation>Libre más cerca: {time}</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Needs an interpreter</source>
   <translation>Necesita intérprete</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>Neither of the two records is here. Nothing was changed.</source>
   <translation>Ninguno de los dos expedientes está aquí. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Nepali</source>
   <translation>Nepalí</translation>
  </message>
  <message>
   <location filename="../../forms/shell/pin.ui" />
   <source>New PIN; empty removes it</source>
   <translation>PIN nuevo; vacío lo quita</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sign_in.py" />
   <source>New address, phone or insurance</source>
   <translation>Nueva dirección, teléfono o seguro</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>New password</source>
   <translation>Contraseña nueva</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>New password again</source>
   <translation>Contraseña nueva otra vez</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>New password, 15 characters or more</source>
   <translation>Contraseña nueva, 15 caracteres o más</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>New patient</source>
   <translation>Paciente nuevo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>New patients</source>
   <translation>Pacientes nuevos</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>New payer</source>
   <translation>Aseguradora nueva</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>New payer…</source>
   <translation>Aseguradora nueva…</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/licence.py" />
   <source>Newer than the one kept here</source>
   <translation>Más reciente que la guardada aquí</translation>
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>Next</source>
   <translation>Siguiente</translation>
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>Next field to correct (F8)</source>
   <translation>Siguiente campo por corregir (F8)</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/tools.py" />
   <source>Next free</source>
   <translation>Próxima libre</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Next free time</source>
   <translation>Siguiente hora libre</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Next step</source>
   <translation>Siguiente paso</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>Next visit</source>
   <translation>Próxima visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>Next {time}, last {day}</source>
   <translation>Próxima {time}, última {day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/history.py" />
   <source>Next: {day} at {time}</source>
   <translation>Próxima: {day} a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Nickname</source>
   <translation>Apodo</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Nickname: {one} / {two}</source>
   <translation>Diminutivo: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>No answer</source>
   <translation>Sin respuesta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>No authorization is written down; nothing stops the series.</source>
   <translation>No hay ninguna autorización anotada; nada detiene la serie.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>No authorized visit left</source>
   <translation>No le quedan visitas autorizadas</translation>
  </message>
  <message>
   <location filename="../../app/shell/backups.py" />
   <source>No backup yet</source>
   <translation>Aún sin copia de seguridad</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/picture.py" />
   <source>No barcode was found in this picture.</source>
   <translation>No se encontró un código de barras en esta imagen.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>No care is written down yet.</source>
   <translation>Todavía no hay ningún tratamiento anotado.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/sheet.py" />
   <source>No clinic chosen</source>
   <translation>Ningún local elegido</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/comparing.py" />
   <source>No column says what it holds.</source>
   <translation>Ninguna columna dice qué contiene.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/columns.py" />
   <source>No column says who it is or when.</source>
   <translation>Ninguna columna dice quién es o cuándo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>No day is chosen.</source>
   <translation>No hay ningún día elegido.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>No day is ticked. Space ticks one.</source>
   <translation>No hay ningún día marcado. La barra espaciadora marca uno.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/openings.py" />
   <source>No day of the week is chosen.</source>
   <translation>No se eligió ningún día de la semana.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>No entry of this journal has this seal.</source>
   <translation>Ningún asiento de esta bitácora tiene este sello.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/type_form.py" />
   <source>No equipment</source>
   <translation>Sin equipo</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>No further visit needed</source>
   <translation>No hace falta otra visita</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>No language is called {name}.</source>
   <translation>Ningún idioma se llama {name}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>No late cancel and no missed visit in {days} days.</source>
   <translation>Sin cancelaciones tardías ni visitas perdidas en {days} días.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>No leave and no meeting to come.</source>
   <translation>No hay permisos ni reuniones por venir.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>No money was taken in this window yet.</source>
   <translation>En esta ventana todavía no se ha cobrado nada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>No more than {count} of these visits may lie side by side.</source>
   <translation>No más de {count} de estas visitas pueden coincidir.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>No more visits than there are can be kept back.</source>
   <translation>No se pueden apartar más visitas de las que hay.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/folding.py" />
   <source>No name</source>
   <translation>Sin nombre</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/identity.py" />
   <source>No number is kept.</source>
   <translation>No hay ningún número guardado.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>No other record looks like this one.</source>
   <translation>Ningún otro expediente se parece a este.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>No own location</source>
   <translation>Sin local propio</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>No paper yet. Drop a file here, or add one.</source>
   <translation>Aún no hay documentos. Suelte un archivo aquí o agregue uno.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/visits.py" />
   <source>No patient has this number here. Import the patients first.</source>
   <translation>Ningún paciente tiene este número aquí. Importe primero los pacientes.</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>No payment yet.</source>
   <translation>Aún no hay pagos.</translation>
  </message>
  <message>
   <location filename="../../app/kit/portrait.py" />
   <source>No photo</source>
   <translation>Sin foto</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>No plan holds on that day</source>
   <translation>Ningún plan vale ese día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>No plan of care yet</source>
   <translation>Todavía sin plan de tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>No plan of this patient holds on {day}.</source>
   <translation>Ningún plan de este paciente está vigente el {day}.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>No printer is chosen.</source>
   <translation>No hay impresora elegida.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/rooms.py" />
   <source>No room</source>
   <translation>Sin sala</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/type_form.py" />
   <source>No room of its own</source>
   <translation>Sin sala propia</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>No room or equipment is free then</source>
   <translation>No hay sala ni equipo libre a esa hora</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/traits.py" />
   <source>No room or equipment is of the kind {kind}.</source>
   <translation>Ninguna sala ni equipo es del tipo {kind}.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>No site file: usual settings.</source>
   <translation>Sin archivo del sitio: configuración habitual.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>No time is open.</source>
   <translation>No hay tiempo abierto.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>No visit has ended yet.</source>
   <translation>Aún no ha terminado ninguna visita.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>No visit is chosen.</source>
   <translation>Ninguna visita está elegida.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/history.py" />
   <source>No visit yet.</source>
   <translation>Aún no hay visitas.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>No visits are booked.</source>
   <translation>No hay visitas reservadas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>No visits on {day}, and nobody works in the next four weeks.</source>
   <translation>No hay visitas el {day} y nadie trabaja en las próximas cuatro semanas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>No visits on {day}.</source>
   <translation>No hay visitas el {day}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>No visits on {day}. Next open day: {next}.</source>
   <translation>No hay visitas el {day}. Próximo día abierto: {next}.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>No visits today.</source>
   <translation>Hoy no hay visitas.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>No visits were booked.</source>
   <translation>No hubo visitas reservadas.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>No-show</source>
   <translation>No vino</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>No.</source>
   <translation>N.º</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>No. {number}</source>
   <translation>N.º {number}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/phones.py" />
   <source>Nobody can have this number. It is kept as typed.</source>
   <translation>Nadie puede tener este número. Se guarda tal como se escribió.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>Nobody can sign in on data this old. The recovery key lets the change be made.</source>
   <translation>Nadie puede iniciar sesión con datos tan antiguos. La clave de recuperación permite hacer el cambio.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>Nobody changes their own account here.</source>
   <translation>Aquí nadie cambia su propia cuenta.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/sheet.py" />
   <source>Nobody chosen</source>
   <translation>Nadie elegido</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Nobody has asked yet who pays.</source>
   <translation>Aún nadie preguntó quién paga.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Nobody has set a rule yet: this one comes with the program.</source>
   <translation>Nadie ha fijado una regla todavía: esta viene con el programa.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Nobody has {minutes} minutes free today.</source>
   <translation>Hoy nadie tiene {minutes} minutos libres.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/day_sheet.py" />
   <source>Nobody is booked.</source>
   <translation>No hay visitas reservadas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/finder.py" />
   <source>Nobody is called “{words}”, and nobody treats it.</source>
   <translation>Nadie se llama “{words}” ni trata eso.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/booking.py" />
   <source>Nobody is chosen yet.</source>
   <translation>Aún no se eligió a nadie.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Nobody is expected any more.</source>
   <translation>Ya no se espera a nadie.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Nobody is in a room.</source>
   <translation>Nadie está en sala.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Nobody is late.</source>
   <translation>Nadie va tarde.</translation>
  </message>
  <message>
   <location filename="../../app/runner/bridge.py" />
   <source>Nobody is signed in.</source>
   <translation>Nadie ha iniciado sesión.</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>Nobody is there to type a secret.</source>
   <translation>No hay nadie para escribir un secreto.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/people.py" />
   <source>Nobody is {years} years old.</source>
   <translation>Nadie tiene {years} años.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Nobody knows yet what is due.</source>
   <translation>Nadie sabe aún cuánto se debe.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/access.py" />
   <source>Nobody looked at this record in these days.</source>
   <translation>Nadie miró este expediente en estos días.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>Nobody looked at this record.</source>
   <translation>Nadie miró este expediente.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>Nobody of that name is registered.</source>
   <translation>No hay nadie inscrito con ese nombre.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/visits.py" />
   <source>Nobody of this name works here. The visit stands under {name}.</source>
   <translation>Nadie con este nombre trabaja aquí. La visita está con {name}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>Nobody so far. This is looked at while you type.</source>
   <translation>Nadie por ahora. Se busca mientras usted escribe.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/hours.py" />
   <source>Nobody treats here yet. An administrator adds people under Places.</source>
   <translation>Nadie trata aquí todavía. Sistemas agrega personas en Lugares.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Nobody waits to be checked in.</source>
   <translation>Nadie espera para registrarse.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Nobody waits to be taken back.</source>
   <translation>Nadie espera para pasar a sala.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>Nobody waits to check out.</source>
   <translation>Nadie espera la salida.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nobody waits.</source>
   <translation>Nadie espera.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Nobody who waits would take this time.</source>
   <translation>Nadie de los que esperan tomaría esta hora.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Nobody works</source>
   <translation>Nadie trabaja</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/beside.py" />
   <source>Nobody works on these days.</source>
   <translation>Nadie trabaja estos días.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Nobody works on this day.</source>
   <translation>Nadie trabaja este día.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/month.py" />
   <source>Nobody works this month.</source>
   <translation>Nadie trabaja este mes.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>None</source>
   <translation>Ninguna</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>None is booked yet. Ask at the desk, or call {phone}.</source>
   <translation>Aún no hay ninguna reservada. Pregunte en el mostrador o llame al {phone}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>None is booked yet. Ask at the desk.</source>
   <translation>Aún no hay ninguna reservada. Pregunte en el mostrador.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>None of these dates can be booked.</source>
   <translation>Ninguna de estas fechas se puede reservar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/series.py" />
   <source>None of these visits is still to come.</source>
   <translation>Ninguna de estas visitas está por venir.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>None of these: someone new</source>
   <translation>Ninguna de estas: persona nueva</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>None.</source>
   <translation>Ninguna.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>None. Papers are saved as PDF.</source>
   <translation>Ninguna. Los documentos se guardan como PDF.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>Not &amp;before</source>
   <translation>N&amp;o antes de</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>Not Hispanic or Latino</source>
   <translation>Ni hispana ni latina</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/forms.py" />
   <source>Not asked</source>
   <translation>No se preguntó</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>Not before</source>
   <translation>No antes de</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>Not covered from {day} on</source>
   <translation>Sin cobertura a partir del {day}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Not done.</source>
   <translation>No se hizo.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Not in force</source>
   <translation>No vigente</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Not in the record yet</source>
   <translation>Aún no está en el expediente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>Not in use</source>
   <translation>Sin uso</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Not known</source>
   <translation>No se sabe</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>Not needed for this visit.</source>
   <translation>No hace falta para esta visita.</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/paying.py" />
   <source>Not now…</source>
   <translation>Ahora no…</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Not ready</source>
   <translation>Faltan</translation>
  </message>
  <message>
   <location filename="../../app/privacy/viewmodel.py" />
   <source>Not restricted</source>
   <translation>Sin restricción</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Not saved yet.</source>
   <translation>Aún sin guardar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/absences.py" />
   <source>Not the patient’s doing: nothing is counted.</source>
   <translation>No fue cosa del paciente: no se cuenta nada.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Not there any more: {names}</source>
   <translation>Ya no están: {names}</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>Not to be told to the patient &amp;before</source>
   <translation>No decírselo al paciente an&amp;tes del</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>Not to be told to the patient before</source>
   <translation>No decírselo al paciente antes del</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>Not to be used</source>
   <translation>No usar</translation>
  </message>
  <message>
   <location filename="../../app/shell/top.py" />
   <source>Not today. Choose a day, or go back to today</source>
   <translation>No es hoy. Elija un día o vuelva a hoy</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/overrides.py" />
   <source>Not used yet: {why} ({who})</source>
   <translation>Sin usar todavía: {why} ({who})</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/overrides.py" />
   <source>Not used, and over: {why} ({who})</source>
   <translation>No se usó y ya pasó: {why} ({who})</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Note a disclosure</source>
   <translation>Anotar una divulgación</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Note a disclosure…</source>
   <translation>Anotar una divulgación…</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>Note for this visit</source>
   <translation>Nota para esta visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>Noted an absence</source>
   <translation>Anotó una ausencia</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/day_sheet.py" />
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Notes and alerts</source>
   <translation>Notas y alertas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/history.py" />
   <source>Nothing booked</source>
   <translation>Nada reservado</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Nothing due today is unpaid.</source>
   <translation>No queda nada de hoy sin pagar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Nothing fits near by</source>
   <translation>No hay nada cerca</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/pointing.py" />
   <source>Nothing free after this time. Try the next day.</source>
   <translation>Nada libre después de esta hora. Pruebe el día siguiente.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/pointing.py" />
   <source>Nothing free before this time. Try the day before.</source>
   <translation>Nada libre antes de esta hora. Pruebe el día anterior.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/rehoming.py" />
   <source>Nothing free was found near this time.</source>
   <translation>No se encontró nada libre cerca de esta hora.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>Nothing in {days} days: {wishes}.</source>
   <translation>Nada en {days} días: {wishes}.</translation>
  </message>
  <message>
   <location filename="../../app/shell/palette.py" />
   <source>Nothing is called that. Try another word.</source>
   <translation>Nada se llama así. Pruebe otra palabra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Nothing is charged or marked by itself; who cancels a visit sees what the rule says first.</source>
   <translation>Nada se cobra ni se anota por sí solo; quien cancela una visita ve primero lo que dice la regla.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/moving.py" />
   <source>Nothing is chosen.</source>
   <translation>No se eligió nada.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Nothing is due for this visit yet.</source>
   <translation>Aún no se debe nada por esta visita.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Nothing is due for this visit.</source>
   <translation>No se debe nada por esta visita.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>Nothing is due.</source>
   <translation>No se debe nada.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>Nothing is due: {receipts}.</source>
   <translation>No se debe nada: {receipts}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/panels.py" />
   <source>Nothing is free in the next 60 days. Choose another practitioner or type.</source>
   <translation>No hay nada libre en los próximos 60 días. Elija otro terapeuta o tipo.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Nothing is lost, and it can be taken back.</source>
   <translation>Nada se pierde y se puede deshacer.</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>Nothing is owed from earlier visits.</source>
   <translation>No se debe nada de visitas anteriores.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Nothing is pinned. Ctrl+B pins a visit.</source>
   <translation>No hay nada fijado. Ctrl+B fija una visita.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/rehoming.py" />
   <source>Nothing near. By hand.</source>
   <translation>Nada cerca. A mano.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Nothing noted yet.</source>
   <translation>Nada anotado aún.</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>Nothing shown yet</source>
   <translation>Nada mostrado todavía</translation>
  </message>
  <message>
   <location filename="../../app/cli/feeding.py" />
   <source>Nothing there holds {kind}.</source>
   <translation>Ahí no hay nada de {kind}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Nothing to book yet.</source>
   <translation>Todavía no hay nada que reservar.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to chase.</source>
   <translation>Nada por hacer.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to chase. Every paper of the coming week is in.</source>
   <translation>Nada por conseguir. Están todos los documentos de la próxima semana.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to chase. Every plan of care has its visits, this week and the next.</source>
   <translation>Nada pendiente. Cada plan de atención tiene sus visitas, esta semana y la próxima.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to chase. Every registration is complete.</source>
   <translation>Nada por completar. Todas las inscripciones están completas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to chase. Every visit of the days before is finished.</source>
   <translation>Nada por hacer. Todas las visitas de los días anteriores están terminadas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to chase. Everybody in care has a visit ahead.</source>
   <translation>Nada pendiente. Todos los que están en atención tienen una visita por delante.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to fill. No time came free that is still to come.</source>
   <translation>Nada por llenar. No se liberó ninguna hora que aún esté por venir.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to look at. Every absence is decided on.</source>
   <translation>Nada por revisar. Todas las ausencias están decididas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to look at. Nobody has opened a restricted record.</source>
   <translation>Nada que revisar. Nadie ha abierto un expediente restringido.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to settle. No two records look like one person.</source>
   <translation>Nada que resolver. No hay dos expedientes que parezcan la misma persona.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Nothing to settle. Nobody of the days before is still booked.</source>
   <translation>Nada por resolver. No queda nadie reservado de los días anteriores.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Nothing was booked.</source>
   <translation>No se reservó nada.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Nothing was due today.</source>
   <translation>Hoy no se debía nada.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Nothing was given to others.</source>
   <translation>No se dio nada a otros.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Nothing was paid today. Still owed: {owed}.</source>
   <translation>Hoy no se pagó nada. Aún se debe: {owed}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>Nothing would move.</source>
   <translation>Nada se movería.</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>November</source>
   <translation>noviembre</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Number</source>
   <translation>Número</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/authorization.ui" />
   <source>Number of the authorization</source>
   <translation>Número de la autorización</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Number of visits</source>
   <translation>Número de visitas</translation>
  </message>
  <message>
   <location filename="../../forms/patients/telecom.ui" />
   <source>Number or e-mail</source>
   <translation>Número o correo</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>October</source>
   <translation>octubre</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Of it for today’s visits</source>
   <translation>De ello, por visitas de hoy</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>Of {rows} rows {created} are new, {changed} completed, {known} were known, {flagged} to look at, {refused} refused.</source>
   <translation>De {rows} filas, {created} son nuevas, {changed} se completaron, {known} ya se conocían, {flagged} necesitan una mirada y {refused} no se tomaron.</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>Of {rows} rows {created} would be new, {changed} completed, {known} known, {flagged} to look at, {refused} refused.</source>
   <translation>De {rows} filas, {created} serían nuevas, {changed} se completarían, {known} ya se conocen, {flagged} necesitan una mirada y {refused} no se pueden tomar.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/finder.py" />
   <source>Off the phone</source>
   <translation>Fin de la llamada</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/viewmodel/entry.py" />
   <source>Off the waitlist: {name}</source>
   <translation>Fuera de la lista de espera: {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/rehoming.py" />
   <source>Offer</source>
   <translation>Oferta</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Offer it</source>
   <translation>Ofrecerla</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Offered</source>
   <translation>Ofrecida</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/known.py" />
   <source>Offered to {name}</source>
   <translation>Ofrecida a {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/known.py" />
   <source>Offered to {name} until {time}</source>
   <translation>Ofrecida a {name} hasta {time}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/viewmodel/ladder.py" />
   <source>Offered to {name} until {time}.</source>
   <translation>Ofrecida a {name} hasta las {time}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/known.py" />
   <source>Offered until {time}</source>
   <translation>Ofrecida hasta {time}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Old number</source>
   <translation>Número anterior</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Old phone</source>
   <translation>Teléfono antiguo</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>On</source>
   <translation>El</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>On a machine: {words}</source>
   <translation>En un contestador: {words}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/cards.py" />
   <source>On the card: {payer}</source>
   <translation>En la tarjeta: {payer}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/finder.py" />
   <source>On the phone</source>
   <translation>Al teléfono</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/finder.py" />
   <source>On the phone: a record opens after a second identifier</source>
   <translation>Al teléfono: un expediente se abre tras un segundo dato</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/finder.py" />
   <source>On the phone: ask for a second identifier</source>
   <translation>Al teléfono: pedir un segundo dato</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/viewmodel/entry.py" />
   <source>On the waitlist: {name}</source>
   <translation>En la lista de espera: {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/series.py" />
   <source>On which days of the week?</source>
   <translation>¿En qué días de la semana?</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>Once more: </source>
   <translation>Otra vez: </translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>One digit of the Social Security number apart</source>
   <translation>Un dígito distinto en el número de Seguro Social</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>One digit of the birth date apart: {one} / {two}</source>
   <translation>Una cifra distinta en la fecha de nacimiento: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>One is junior, the other is not</source>
   <translation>Uno es júnior y el otro no</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>One letter apart: {one} / {two}</source>
   <translation>Una letra de diferencia: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/payments/rules.py" />
   <source>One part of a payment is at most ${limit}.</source>
   <translation>Una parte de un pago es de ${limit} como máximo.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>One record: {name}, MRN {mrn}</source>
   <translation>Un solo expediente: {name}, MRN {mrn}</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>One to eight visits can run side by side.</source>
   <translation>Pueden hacerse de una a ocho visitas a la vez.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/openings.py" />
   <source>One to five visits a week can be sought.</source>
   <translation>Se pueden buscar de una a cinco visitas por semana.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/entry.py" />
   <source>One visit more</source>
   <translation>Una visita más</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>One visit still owes {money}.</source>
   <translation>Una visita aún debe {money}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>One visit that did not happen</source>
   <translation>Una visita que no se hizo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>One visit tomorrow is not ready.</source>
   <translation>Una visita de mañana no está lista.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>One-time password</source>
   <translation>Contraseña de un solo uso</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>One-time password for {name}</source>
   <translation>Contraseña de un solo uso para {name}</translation>
  </message>
  <message>
   <location filename="../../app/cli/people.py" />
   <source>One-time password for {name}, shown once: {password}</source>
   <translation>Contraseña de un solo uso para {name}, se muestra una vez: {password}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Only a booked visit can be cancelled.</source>
   <translation>Solo se puede cancelar una visita reservada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Only a booked visit can be moved.</source>
   <translation>Solo se puede mover una visita reservada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Only a booked visit can be pinned.</source>
   <translation>Solo se puede fijar una visita reservada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Only a booked visit of ten minutes or more can be split.</source>
   <translation>Solo se puede dividir una visita reservada de diez minutos o más.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Only one of these has room.</source>
   <translation>Solo cabe una persona así.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Only two visits of one location can change places.</source>
   <translation>Solo dos visitas del mismo local pueden cambiar de lugar.</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>Only you know it. Four or five words in a row are easy to remember.</source>
   <translation>Solo usted la sabe. Cuatro o cinco palabras seguidas son fáciles de recordar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/hover.py" />
   <source>Only: {phone}</source>
   <translation>Solo: {phone}</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Open (Enter)</source>
   <translation>Abrir (Enter)</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Open a paper</source>
   <translation>Abrir un documento</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>Open account again</source>
   <translation>Abrir la cuenta otra vez</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>Open again</source>
   <translation>Volver a abrir</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/merging.py" />
   <source>Open both records again.</source>
   <translation>Abra de nuevo ambos expedientes.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/glass.py" />
   <source>Open for an hour</source>
   <translation>Abrir por una hora</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Open for you until {time}.</source>
   <translation>Abierto para usted hasta las {time}.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>Open it again to change something.</source>
   <translation>Ábralo otra vez para cambiar algo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>Open it in its program and save it as CSV (UTF-8).</source>
   <translation>Ábralo en su programa y guárdelo como CSV (UTF-8).</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Open it with {variable}={file}</source>
   <translation>Ábrala con {variable}={file}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Open it…</source>
   <translation>Abrirlo…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Open on the board</source>
   <translation>Abrir en el tablero</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Open record</source>
   <translation>Abrir expediente</translation>
  </message>
  <message>
   <location filename="../../app/core/keys.py" />
   <source>Open that one, or name another folder.</source>
   <translation>Abra esa o indique otra carpeta.</translation>
  </message>
  <message>
   <location filename="../../app/shell/recover.py" />
   <source>Open the clinic</source>
   <translation>Abrir la clínica</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/moving.py" />
   <source>Open the closed time again first (Delete on it), then undo.</source>
   <translation>Primero vuelva a abrir ese tiempo (Supr sobre él) y luego deshaga.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Open the day</source>
   <translation>Abrir el día</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Open the day again</source>
   <translation>Abrir el día otra vez</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/held.py" />
   <source>Open the day again, with a reason.</source>
   <translation>Abra el día otra vez, con un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Open the demo clinic</source>
   <translation>Abrir la clínica de muestra</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Open the patient</source>
   <translation>Abrir el paciente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Open the patient again and book there.</source>
   <translation>Abra al paciente otra vez y reserve ahí.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Open the patient of the visit</source>
   <translation>Abrir el paciente de la visita</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>Open the record</source>
   <translation>Abrir el expediente</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Open the schedule</source>
   <translation>Abrir la agenda</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>Open this patient</source>
   <translation>Abrir este paciente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Open this time again</source>
   <translation>Abrir otra vez este tiempo</translation>
  </message>
  <message>
   <location filename="../../app/visits/queries/days.py" />
   <source>Open visits</source>
   <translation>Visitas abiertas</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>Open without a second identifier</source>
   <translation>Abrir sin un segundo dato</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>Open without it…</source>
   <translation>Abrir sin ese dato…</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>Open {name}</source>
   <translation>Abrir a {name}</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Open {paper}</source>
   <translation>Abrir {paper}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Opened closed time again</source>
   <translation>Abrió de nuevo el tiempo cerrado</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Opened closed times again ({count})</source>
   <translation>Volvió a abrir tiempos cerrados ({count})</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/caller.py" />
   <source>Opened for a caller who was not known</source>
   <translation>Abierto para alguien que no fue reconocido</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/page.py" />
   <source>Opened last in this window</source>
   <translation>Abiertos hace poco en esta ventana</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>Opened the day {day} again: {reason}</source>
   <translation>Abrió otra vez el día {day}: {reason}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/queries/access.py" />
   <source>Opened the record</source>
   <translation>Abrió el expediente</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Other</source>
   <translation>Otro</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Other Social Security number</source>
   <translation>Otro número de Seguro Social</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Other address</source>
   <translation>Otra dirección</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Other birth date</source>
   <translation>Otra fecha de nacimiento</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Other first name: {one} / {two}</source>
   <translation>Otro nombre de pila: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Other last name: {one} / {two}</source>
   <translation>Otro apellido: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Other middle name: {one} / {two}</source>
   <translation>Otro segundo nombre: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../forms/patients/other_name.ui" />
   <source>Other name: first name</source>
   <translation>Otro nombre: nombre</translation>
  </message>
  <message>
   <location filename="../../forms/patients/other_name.ui" />
   <source>Other name: kind</source>
   <translation>Otro nombre: tipo</translation>
  </message>
  <message>
   <location filename="../../forms/patients/other_name.ui" />
   <source>Other name: last name</source>
   <translation>Otro nombre: apellido</translation>
  </message>
  <message>
   <location filename="../../forms/patients/other_name.ui" />
   <source>Other name: until</source>
   <translation>Otro nombre: hasta</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Other names</source>
   <translation>Otros nombres</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Other names, twin</source>
   <translation>Otros nombres, gemelo</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Other paper</source>
   <translation>Otro documento</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Other phone</source>
   <translation>Otro teléfono</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Other phone: which</source>
   <translation>Otro teléfono: cuál</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Other sex</source>
   <translation>Otro sexo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/outside.py" />
   <source>Outside the hours</source>
   <translation>Fuera del horario</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Over</source>
   <translation>Ya pasó</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>Over by</source>
   <translation>Acaba antes de</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>Over by {time}</source>
   <translation>Terminada a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/board.py" />
   <source>Overlaps {patient}.</source>
   <translation>Se traslapa con {patient}.</translation>
  </message>
  <message>
   <location filename="../../forms/shell/person.ui" />
   <source>Own location</source>
   <translation>Local propio</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>P&amp;hone</source>
   <translation>&amp;Teléfono</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>PDF files (*.pdf)</source>
   <translation>Archivos PDF (*.pdf)</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/pane.py" />
   <source>Page {number} of {all}</source>
   <translation>Página {number} de {all}</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/paper.py" />
   <source>Page {page} of {pages}</source>
   <translation>Página {page} de {pages}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Paid</source>
   <translation>Pagado</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>Paid before, receipt {number}</source>
   <translation>Pagado antes, recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Paid by</source>
   <translation>Forma de pago</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Paid in full: {paid}. Nothing is owed for today.</source>
   <translation>Pagado por completo: {paid}. No se debe nada por hoy.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Paid: collected for this visit, in dollars; a blank means nothing was due.</source>
   <translation>Pagado: cobrado por esta visita, en dólares; en blanco: no se debía nada.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Paid: {paid}, {over} more than was due.</source>
   <translation>Pagado: {paid}, {over} más de lo debido.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Paid: {paid}. Still owed: {owed}.</source>
   <translation>Pagado: {paid}. Aún se debe: {owed}.</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/preview.py" />
   <source>Paper</source>
   <translation>Documento</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Papers to chase</source>
   <translation>Documentos por conseguir</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Parent</source>
   <translation>Padre o madre</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Part again</source>
   <translation>Separar</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Part again: what moved goes back, what came later stays</source>
   <translation>Separar: lo que se movió vuelve, lo que llegó después se queda</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Part of the name: {one} / {two}</source>
   <translation>Parte del nombre: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Part of the same name</source>
   <translation>Parte del mismo nombre</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>Part of this time is closed already.</source>
   <translation>Parte de este tiempo ya está cerrada.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/parting.py" />
   <source>Parted MRN {parted_mrn} from {mrn} again</source>
   <translation>Separó de nuevo el MRN {parted_mrn} del {mrn}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Passport</source>
   <translation>Pasaporte</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>Password</source>
   <translation>Contraseña</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Password again</source>
   <translation>Contraseña otra vez</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>Password for {name} (15 characters or more): </source>
   <translation>Contraseña de {name} (15 caracteres o más): </translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>Password for {name}: </source>
   <translation>Contraseña de {name}: </translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Password of the owner's role {role}: </source>
   <translation>Contraseña de la función dueña {role}: </translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Password of the program's role {role}: </source>
   <translation>Contraseña de la función del programa {role}: </translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>Password until now</source>
   <translation>Contraseña hasta ahora</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Password, 15 characters or more</source>
   <translation>Contraseña, 15 caracteres o más</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Past the authorization</source>
   <translation>Fuera de la autorización</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/results.py" />
   <source>Patient</source>
   <translation>Paciente</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Patient, and what is open</source>
   <translation>Paciente y qué falta</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/day_sheet.py" />
   <source>Patient, visit</source>
   <translation>Paciente, visita</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Patients</source>
   <translation>Pacientes</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Patients and appointments from another system’s files.</source>
   <translation>Pacientes y visitas de los archivos de otro sistema.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/results.py" />
   <source>Patients found</source>
   <translation>Pacientes encontrados</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Payer</source>
   <translation>Aseguradora</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Payments</source>
   <translation>Pagos</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>Pays alone</source>
   <translation>Paga por sí mismo</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>People</source>
   <translation>Personas</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>People who answer</source>
   <translation>Personas que responden</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Perhaps the same person</source>
   <translation>Quizás la misma persona</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Persian</source>
   <translation>Persa</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Phone</source>
   <translation>Teléfono</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Phone calls</source>
   <translation>Llamadas</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Phone instead</source>
   <translation>Teléfono en su lugar</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Phone: which</source>
   <translation>Teléfono: cuál</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Phones and e-mail</source>
   <translation>Teléfonos y correo</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Phones nearly alike</source>
   <translation>Teléfonos casi iguales</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Photo ID</source>
   <translation>Identificación con foto</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Photo ID and photo</source>
   <translation>Identificación y foto</translation>
  </message>
  <message>
   <location filename="../../app/kit/portrait.py" />
   <source>Photo of {name}</source>
   <translation>Foto de {name}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Photo stored</source>
   <translation>Foto guardada</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Photo taken away</source>
   <translation>Foto quitada</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>Picture of the license's barcode</source>
   <translation>Foto del código de barras de la licencia</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/drawing.py" />
   <source>Pin</source>
   <translation>Fijar</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Pin it</source>
   <translation>Fijarla</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Pin the visit, to carry it to another day</source>
   <translation>Fijar la visita para llevarla a otro día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/pinboard.py" />
   <source>Pinboard</source>
   <translation>Visitas fijadas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Pink</source>
   <translation>Rosa</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Pinned {patient}. Ctrl+V takes it in hand, on any day.</source>
   <translation>Visita de {patient} fijada. Ctrl+V la toma, en cualquier día.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_page.py" />
   <source>Places</source>
   <translation>Lugares</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Plan of care</source>
   <translation>Plan de tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/plans.py" />
   <source>Plan {number} has an odd place or odd days. Add it by hand.</source>
   <translation>El plan {number} tiene un lugar o unas fechas extrañas. Agréguelo a mano.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/plans.py" />
   <source>Plan {number} is another one than stands here. Look which one is in force.</source>
   <translation>El plan {number} es otro que el que consta aquí. Revise cuál está vigente.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Plan {often} a week, booked {booked} in the week of {day}</source>
   <translation>Plan de {often} por semana, reservadas {booked} en la semana del {day}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Plans</source>
   <translation>Planes</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Plan…</source>
   <translation>Plan…</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Polish</source>
   <translation>Polaco</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Portuguese</source>
   <translation>Portugués</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>Possible duplicate of {mrns}. Look whether they are one person.</source>
   <translation>Posible duplicado de {mrns}. Revise si son una misma persona.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/people.py" />
   <source>Possible duplicate of {where}: {why}.</source>
   <translation>Posible duplicado de {where}: {why}.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/queries/standing.py" />
   <source>Possible duplicates</source>
   <translation>Posibles duplicados</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Practitioner</source>
   <translation>Terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Practitioners</source>
   <translation>Terapeutas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Practitioners: {people} · visits: {visits} · free times: {free}</source>
   <translation>Terapeutas: {people} · visitas: {visits} · horas libres: {free}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Preferred clinic</source>
   <translation>Clínica preferida</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Preferred name</source>
   <translation>Nombre preferido</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Preferred therapist</source>
   <translation>Terapeuta preferido</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Prepared by {who} on {day}.</source>
   <translation>Preparado por {who} el {day}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>Preview</source>
   <translation>Vista previa</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/pages.py" />
   <source>Preview, page {number} of {all}</source>
   <translation>Vista previa, página {number} de {all}</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>Print</source>
   <translation>Imprimir</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Print for the patient</source>
   <translation>Imprimir para el paciente</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Print it or write it down, then say so here.</source>
   <translation>Imprímala o anótela, y márquelo aquí.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/history.py" />
   <source>Print list</source>
   <translation>Imprimir lista</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/access.py" />
   <source>Print or save…</source>
   <translation>Imprimir o guardar…</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Print receipt</source>
   <translation>Imprimir recibo</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Print receipt {number}</source>
   <translation>Imprimir el recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>Print the end-of-day report</source>
   <translation>Imprimir el informe de cierre</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Print the key</source>
   <translation>Imprimir la clave</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/history.py" />
   <source>Print the list of visits</source>
   <translation>Imprimir la lista de visitas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Print the schedule</source>
   <translation>Imprimir la agenda</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Printed once. The program keeps no copy of this key and cannot print it again.</source>
   <translation>Impresa una vez. El programa no guarda copia de esta clave y no puede imprimirla otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Printed receipt {number}, copy {copy_number}</source>
   <translation>Imprimió el recibo {number}, copia {copy_number}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Print…</source>
   <translation>Imprimir…</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>Priority</source>
   <translation>Prioridad</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Privacy</source>
   <translation>Privacidad</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Privacy notice</source>
   <translation>Aviso de privacidad</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Privacy notice: on</source>
   <translation>Aviso de privacidad: el</translation>
  </message>
  <message>
   <location filename="../../app/visits/queries/absences.py" />
   <source>Probably missed</source>
   <translation>Probablemente perdidas</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Pronouns</source>
   <translation>Pronombres</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Proof of identity: ends on</source>
   <translation>Prueba de identidad: vence el</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Proof of identity: issued by</source>
   <translation>Prueba de identidad: emitida por</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Proof of identity: issued on</source>
   <translation>Prueba de identidad: emitida el</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Proof of identity: number</source>
   <translation>Prueba de identidad: número</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Proof of identity: what was shown</source>
   <translation>Prueba de identidad: qué mostró</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Public health</source>
   <translation>Salud pública</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Punjabi</source>
   <translation>Panyabí</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Put a cancelled visit back</source>
   <translation>Restableció una visita cancelada</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/undo.py" />
   <source>Put it right by hand.</source>
   <translation>Corríjalo a mano.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/panels.py" />
   <source>Put on the waitlist</source>
   <translation>Anotar en la lista de espera</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Put on the waitlist for an earlier time</source>
   <translation>Anotar en la lista de espera para una hora más temprana</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Put on the waitlist…</source>
   <translation>Anotar en la lista de espera…</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>Put somebody back on the waitlist</source>
   <translation>Devolvió a alguien a la lista de espera</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>Put somebody on the waitlist</source>
   <translation>Anotó a alguien en la lista de espera</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>Put the working hours of {practitioner} back</source>
   <translation>Volvió a poner el horario de {practitioner}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>Put {count} visits of a series back, from {first_day} on</source>
   <translation>Repuso {count} visitas de una serie, a partir del {first_day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>Questions about this receipt? Call {phone}.</source>
   <translation>¿Preguntas sobre este recibo? Llame al {phone}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>R late cancel, refilled</source>
   <translation>R cancelación tardía, hueco ocupado</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>R: took a hole that a late cancel left.</source>
   <translation>R: ocupó un hueco que dejó una cancelación tardía.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Race</source>
   <translation>Raza</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race and ethnicity</source>
   <translation>Raza y etnia</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>Race, ethnicity</source>
   <translation>Raza, etnia</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race: American Indian or Alaska Native</source>
   <translation>Raza: indígena americana o nativa de Alaska</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race: Asian</source>
   <translation>Raza: asiática</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race: Black or African American</source>
   <translation>Raza: negra o afroamericana</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race: Native Hawaiian or Pacific Islander</source>
   <translation>Raza: nativa de Hawái o de las islas del Pacífico</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race: White</source>
   <translation>Raza: blanca</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race: another one</source>
   <translation>Raza: otra</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Race: does not wish to say</source>
   <translation>Raza: prefiere no decirlo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Re-evaluation</source>
   <translation>Reevaluación</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Reach me elsewhere</source>
   <translation>Localizar en otro lugar</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>Reach only here: {way}</source>
   <translation>Localizar solo aquí: {way}</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Reachable, and the key fits.</source>
   <translation>Responde, y la clave corresponde.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Read by the director</source>
   <translation>Leído por la dirección</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Read card file</source>
   <translation>Leer archivo de tarjeta</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Read card file…</source>
   <translation>Leer archivo de tarjeta…</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Read license…</source>
   <translation>Leer licencia…</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Read only</source>
   <translation>Solo lectura</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Reads every entry of the journal and compares it with what this desk saw.</source>
   <translation>Lee cada asiento de la bitácora y lo compara con lo que vio este mostrador.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>Ready</source>
   <translation>Lista</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Reason</source>
   <translation>Motivo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Reason: “{reason}”</source>
   <translation>Motivo: “{reason}”</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Rebook</source>
   <translation>Reprogramar</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Receipt</source>
   <translation>Recibo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Receipt no. {number}</source>
   <translation>Recibo n.º {number}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Receipt {number}</source>
   <translation>Recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>Receipt {number} is void</source>
   <translation>El recibo {number} está anulado</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/undo.py" />
   <source>Receipt {number} was given with this step.</source>
   <translation>Con este paso se dio el recibo {number}.</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Receipts</source>
   <translation>Recibos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Receipts by number</source>
   <translation>Recibos por número</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Receipts {first}–{last}, {missing}</source>
   <translation>Recibos {first}–{last}, {missing}</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Received</source>
   <translation>Recibido</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>Record</source>
   <translation>Expediente</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Recovery key</source>
   <translation>Clave de recuperación</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Recovery key · {day}</source>
   <translation>Clave de recuperación · {day}</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>Recovery key: </source>
   <translation>Clave de recuperación: </translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Ref</source>
   <translation>Ref</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/kinds.py" />
   <source>Referral</source>
   <translation>Referido</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>Register as a new patient</source>
   <translation>Inscribir como paciente nuevo</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/finder.py" />
   <source>Register “{text}” as new patient</source>
   <translation>Inscribir a “{text}” como paciente nuevo</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/register.py" />
   <source>Registered {name}</source>
   <translation>Inscribió a {name}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/page.py" />
   <source>Registered {name}, MRN {mrn}</source>
   <translation>Inscripción hecha: {name}, MRN {mrn}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Release of information</source>
   <translation>Entrega de información</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Release of records</source>
   <translation>Entrega del expediente</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Release of records: on</source>
   <translation>Entrega del expediente: el</translation>
  </message>
  <message>
   <location filename="../../forms/patients/other_name.ui" />
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Remove it from the file and change it: others may have read it. Secrets belong in the keyring.</source>
   <translation>Quítela del archivo y cámbiela: otros pueden haberla leído. Los secretos van en el llavero.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Remove the other one.</source>
   <translation>Quite la otra.</translation>
  </message>
  <message>
   <location filename="../../forms/patients/other_name.ui" />
   <source>Remove this row (Ctrl Delete)</source>
   <translation>Quitar esta fila (Ctrl Delete)</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/rows.py" />
   <source>Removed</source>
   <translation>Quitado</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/photo.py" />
   <source>Replace the photo…</source>
   <translation>Cambiar la foto…</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Report of abuse or neglect</source>
   <translation>Denuncia de abuso o negligencia</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Reports</source>
   <translation>Informes</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Request for more visits</source>
   <translation>Solicitud de más visitas</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Research</source>
   <translation>Investigación</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>Responsible</source>
   <translation>Responsable</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Responsible party</source>
   <translation>Persona responsable</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Restore from a backup. Nothing was changed.</source>
   <translation>Restaure una copia de seguridad. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>Restore it from a backup.</source>
   <translation>Restáurelo de una copia de seguridad.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Restrict the record</source>
   <translation>Restringir el expediente</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Restricted record.</source>
   <translation>Expediente restringido.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/queries/glass.py" />
   <source>Restricted records opened</source>
   <translation>Expedientes restringidos abiertos</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/restrict.ui" />
   <source>Restriction</source>
   <translation>Restricción</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Restriction of the record: {restriction}</source>
   <translation>Restricción del expediente: {restriction}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Restrict…</source>
   <translation>Restringir…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>Rests · since {day}</source>
   <translation>En pausa · desde el {day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Returning patients</source>
   <translation>Pacientes que vuelven</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>Role</source>
   <translation>Función</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Romanian</source>
   <translation>Rumano</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>Room</source>
   <translation>Sala</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/cells.py" />
   <source>Room {room}</source>
   <translation>Sala {room}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/__init__.py" />
   <source>Rooms and equipment</source>
   <translation>Salas y equipo</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Roomy</source>
   <translation>Amplia</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>Row</source>
   <translation>Fila</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Row {row} of {file} has the number {id}, which is empty or stands there twice.</source>
   <translation>La fila {row} de {file} tiene el número {id}, que está vacío o aparece dos veces.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Rows to look at</source>
   <translation>Filas por mirar</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Rule</source>
   <translation>Regla</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Rules by date</source>
   <translation>Reglas por fecha</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/overrides.py" />
   <source>Rules set aside</source>
   <translation>Reglas dejadas de lado</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Run `frontdesk backup`.</source>
   <translation>Ejecute `frontdesk backup`.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Run `frontdesk migrate`; it makes a backup first.</source>
   <translation>Ejecute `frontdesk migrate`; antes hace una copia de seguridad.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Run `frontdesk verify`.</source>
   <translation>Ejecute `frontdesk verify`.</translation>
  </message>
  <message>
   <location filename="../../app/cli/bench.py" />
   <source>Run them from the source.</source>
   <translation>Ejecútelas desde el código fuente.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Runs the clinic's day: patients, schedule, money, reports.</source>
   <translation>Lleva el día de la clínica: pacientes, agenda, dinero, informes.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Russian</source>
   <translation>Ruso</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>S&amp;un</source>
   <translation>&amp;Dom</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Sa&amp;t</source>
   <translation>&amp;Sáb</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/pairs.py" />
   <source>Said that two records are two people</source>
   <translation>Dijo que dos expedientes son de dos personas</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/columns.py" />
   <source>Said which columns of a file are which fields</source>
   <translation>Dijo qué columnas de un archivo son qué campos</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Same</source>
   <translation>Igual</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same Social Security number</source>
   <translation>Mismo número de Seguro Social</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same address</source>
   <translation>Misma dirección</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Same as far as the card has room</source>
   <translation>Igual hasta donde cabe en la identificación</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Same as the computer</source>
   <translation>Igual que el equipo</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same birth date</source>
   <translation>Misma fecha de nacimiento</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Same but for capitals, accents or spaces</source>
   <translation>Igual salvo mayúsculas, acentos o espacios</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Same but for the last four digits</source>
   <translation>Igual salvo las últimas cuatro cifras</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same day, other year: {one} / {two}</source>
   <translation>Mismo día, otro año: {one} / {two}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same e-mail</source>
   <translation>Mismo correo</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same first name</source>
   <translation>Mismo nombre de pila</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same last four of the Social Security number</source>
   <translation>Mismos últimos cuatro del Seguro Social</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same last name</source>
   <translation>Mismo apellido</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same member number</source>
   <translation>Mismo número de miembro</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same name</source>
   <translation>Mismo nombre</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same name, accents aside</source>
   <translation>Mismo nombre, salvo acentos</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same names, the other way round</source>
   <translation>Los mismos nombres, en otro orden</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Same person twice?</source>
   <translation>¿La misma persona dos veces?</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/matching/words.py" />
   <source>Same phone</source>
   <translation>Mismo teléfono</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Same, in the line above</source>
   <translation>Igual, en la línea de arriba</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>Same, written otherwise</source>
   <translation>Igual, escrito de otra forma</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Same-day fill</source>
   <translation>Ocupadas el mismo día</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Samoan</source>
   <translation>Samoano</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Sat</source>
   <translation>sáb</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Saturday</source>
   <translation>sábado</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Save and book</source>
   <translation>Guardar y reservar</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>Save as PDF</source>
   <translation>Guardar como PDF</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>Save as PDF…</source>
   <translation>Guardar como PDF…</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>Save it again under its right name, and choose that file.</source>
   <translation>Guárdelo otra vez con su nombre correcto y elija ese archivo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>Save it as CSV in UTF-8 and start again.</source>
   <translation>Guárdelo como CSV en UTF-8 y empiece otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>Save it as CSV in UTF-8.</source>
   <translation>Guárdelo como CSV en UTF-8.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/portrait.py" />
   <source>Save it as JPEG or PNG, and choose it again.</source>
   <translation>Guárdela como JPEG o PNG, y elíjala de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Save the document as a PDF file, or ask IT to set up a printer.</source>
   <translation>Guarde el documento como archivo PDF, o pida a Sistemas que instale una impresora.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>Save the end-of-day report</source>
   <translation>Guardar el informe de cierre</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Save the plan</source>
   <translation>Guardar el plan</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Save the row report</source>
   <translation>Guardar el informe de filas</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Save the row report…</source>
   <translation>Guardar el informe de filas…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Save this week</source>
   <translation>Guardar esta semana</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>Save what they treat</source>
   <translation>Guardar lo que trata</translation>
  </message>
  <message>
   <location filename="../../app/reports/viewmodel/output.py" />
   <source>Saved as {file}.</source>
   <translation>Guardado como {file}.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/queries/access.py" />
   <source>Saw in a list</source>
   <translation>Lo vio en una lista</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Say a few words to this reason.</source>
   <translation>Diga unas palabras sobre este motivo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/closing.py" />
   <source>Say from when to when.</source>
   <translation>Diga de qué hora a qué hora.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Say from which day on.</source>
   <translation>Diga desde qué día.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/columns.py" />
   <source>Say which column is which field, such as: {example}.</source>
   <translation>Diga qué columna es qué campo, así: {example}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/caller.py" />
   <source>Say why the record opens.</source>
   <translation>Diga por qué se abre el expediente.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Say why the visit in hand moves</source>
   <translation>Decir por qué se mueve la cita en la mano</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Say why you open this record.</source>
   <translation>Diga por qué abre este expediente.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Say why.</source>
   <translation>Diga por qué.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>Scan it anywhere in this form, or choose a picture of its barcode</source>
   <translation>Escanéela en cualquier lugar de este formulario, o elija una foto de su código de barras</translation>
  </message>
  <message>
   <location filename="../../app/kit/files.py" />
   <source>Scan it in black and white, or in parts.</source>
   <translation>Escanéelo en blanco y negro, o por partes.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>Scan it in grey or with fewer dots.</source>
   <translation>Escanéelo en gris o con menos puntos.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Scan it while the record is open, or choose a picture of its barcode</source>
   <translation>Escanéela con el expediente abierto, o elija una foto de su código de barras</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>Scan it with fewer dots.</source>
   <translation>Escanéela con menos puntos.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>Scan or save it again.</source>
   <translation>Escanéelo o guárdelo otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/scans.py" />
   <source>Scan the license.</source>
   <translation>Escanee la licencia.</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/files.py" />
   <source>Scan the paper again as PDF or JPEG.</source>
   <translation>Escanee el papel otra vez como PDF o JPEG.</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/files.py" />
   <source>Scan the paper again.</source>
   <translation>Escanee el papel otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>Scan the paper, or save it as PDF, and choose that file.</source>
   <translation>Escanee el papel o guárdelo como PDF, y elija ese archivo.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/stripe.py" />
   <source>Scan the wide barcode on the back of the card instead.</source>
   <translation>Escanee en su lugar el código de barras ancho del reverso.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>Scan the wide barcode on the back, or type what it says.</source>
   <translation>Escanee el código de barras ancho del reverso, o escriba los datos.</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Scans and pictures</source>
   <translation>Escaneos e imágenes</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Schedule</source>
   <translation>Agenda</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Scheduling</source>
   <translation>Programación</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Se&amp;x on the plan</source>
   <translation>Se&amp;xo en el plan</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Sealed at journal entry {position}</source>
   <translation>Sellado en el asiento {position} de la bitácora</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Sealed by</source>
   <translation>Sellada por</translation>
  </message>
  <message>
   <location filename="../../app/kit/fields.py" />
   <source>Search</source>
   <translation>Buscar</translation>
  </message>
  <message>
   <location filename="../../app/documents/queries.py" />
   <source>Search again.</source>
   <translation>Busque otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Second</source>
   <translation>Segundo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Second person</source>
   <translation>Segunda persona</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_page.py" />
   <source>Section</source>
   <translation>Sección</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Self-pay</source>
   <translation>Paga por su cuenta</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Sent to the wrong person</source>
   <translation>Enviado a la persona equivocada</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>September</source>
   <translation>septiembre</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Series for {patient}</source>
   <translation>Serie para {patient}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>Series of visits</source>
   <translation>Serie de visitas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Series of {count} visits booked</source>
   <translation>Serie de {count} visitas reservada</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>Series…</source>
   <translation>Serie…</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Serious threat to health or safety</source>
   <translation>Amenaza grave a la salud o la seguridad</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Set PIN</source>
   <translation>Fijar PIN</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Set a clinic up with `frontdesk init`.</source>
   <translation>Prepare una clínica con `frontdesk init`.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>Set another one from today on.</source>
   <translation>Fije otra a partir de hoy.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Set by the clinic.</source>
   <translation>Fijada por la clínica.</translation>
  </message>
  <message>
   <location filename="../../app/core/server.py" />
   <source>Set database.tls to verify-full and name the authority's file.</source>
   <translation>Ponga database.tls en verify-full e indique el archivo de la autoridad.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>Set one up with `frontdesk init`.</source>
   <translation>Prepare una con `frontdesk init`.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Set the clock of this computer or of the server.</source>
   <translation>Ponga en hora el reloj de este equipo o el del servidor.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Set the plan of care to {visits_per_week} a week for {weeks} weeks</source>
   <translation>Fijó el plan de tratamiento: {visits_per_week} por semana durante {weeks} semanas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>Set the rule for absences from {valid_from}</source>
   <translation>Fijó la regla de ausencias desde {valid_from}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>Set the working hours of {practitioner} from {valid_from}</source>
   <translation>Fijó el horario de {practitioner} desde el {valid_from}</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Set this computer's clock.</source>
   <translation>Ponga en hora el reloj de este equipo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Set this rule</source>
   <translation>Fijar esta regla</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/first_run.py" />
   <source>Set up the clinic</source>
   <translation>Preparó la clínica</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Set up this clinic</source>
   <translation>Preparar esta clínica</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Set up your clinic in about three minutes, or look at a clinic with made-up patients first.</source>
   <translation>Prepare su clínica en unos tres minutos, o mire primero una clínica con pacientes inventados.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/skills.py" />
   <source>Set what {practitioner} treats</source>
   <translation>Fijó lo que trata {practitioner}</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Set {variable} to a folder that only you can open, and start again.</source>
   <translation>Ponga en {variable} una carpeta que solo usted pueda abrir y empiece de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Settings</source>
   <translation>Ajustes</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Settings, Recovery key, Test</source>
   <translation>Ajustes, Clave de recuperación, Probar</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_page.py" />
   <source>Settings: {title}</source>
   <translation>Ajustes: {title}</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>Settle each one, or write why it stays open.</source>
   <translation>Resuelva cada uno, o escriba por qué sigue abierto.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Settle first</source>
   <translation>Resolver antes</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Settle them, or check in with them open.</source>
   <translation>Resuélvalos, o registre la llegada con ellos abiertos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Several days</source>
   <translation>Varios días</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/sections.py" />
   <source>Several locations are shown.</source>
   <translation>Se muestran varios locales.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Sex on the plan</source>
   <translation>Sexo en el plan</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>She, he, they</source>
   <translation>Ella, él, elle</translation>
  </message>
  <message>
   <location filename="../../app/core/values.py" />
   <source>Shorten it.</source>
   <translation>Acórtelo.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/access.py" />
   <source>Show</source>
   <translation>Mostrar</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Show all</source>
   <translation>Mostrar todas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Show how full the month is</source>
   <translation>Mostrar la ocupación del mes</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Show it</source>
   <translation>Ver</translation>
  </message>
  <message>
   <location filename="../../forms/patients/note.ui" />
   <source>Show it whenever the record is opened</source>
   <translation>Mostrarla siempre que se abra el expediente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Show one day</source>
   <translation>Mostrar un día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Show several days</source>
   <translation>Mostrar varios días</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Show the ID number</source>
   <translation>Ver el número de la identificación</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Show the ID number…</source>
   <translation>Ver el número de la identificación…</translation>
  </message>
  <message>
   <location filename="../../app/shell/top.py" />
   <source>Show the day</source>
   <translation>Mostrar el día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>Show the day as a list or in columns</source>
   <translation>Mostrar el día como lista o en columnas</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Show the day before</source>
   <translation>Mostrar el día anterior</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Show the keys of this screen</source>
   <translation>Mostrar las teclas de esta pantalla</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>Show the last receipt</source>
   <translation>Mostrar el último recibo</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>Show the names</source>
   <translation>Mostrar los nombres</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Show the next day</source>
   <translation>Mostrar el día siguiente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Show the week of a practitioner</source>
   <translation>Mostrar la semana de un terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Show today</source>
   <translation>Mostrar hoy</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Show what comes after</source>
   <translation>Mostrar lo siguiente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>Show what lies before</source>
   <translation>Mostrar lo anterior</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Show worklist: {title}</source>
   <translation>Mostrar pendientes: {title}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/worklists.py" />
   <source>Show {title}</source>
   <translation>Mostrar {title}</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Shown</source>
   <translation>Mostró</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>Si&amp;gned by the referrer (empty: not yet)</source>
   <translation>&amp;Firmado por quien refiere (vacío: todavía no)</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_places.py" />
   <source>Side by side</source>
   <translation>A la vez</translation>
  </message>
  <message>
   <location filename="../../app/staff/view.py" />
   <source>Sign</source>
   <translation>Firmar</translation>
  </message>
  <message>
   <location filename="../../app/shell/sign_in.py" />
   <source>Sign in</source>
   <translation>Iniciar sesión</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>Sign in at the window once and choose a password.</source>
   <translation>Inicie sesión una vez en la ventana y elija una contraseña.</translation>
  </message>
  <message>
   <location filename="../../app/runner/bridge.py" />
   <source>Sign in first.</source>
   <translation>Inicie sesión primero.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sign_in.py" />
   <source>Sign in on the strip of your time</source>
   <translation>Firme en la tira de su hora</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/first_run.py" />
   <source>Sign in.</source>
   <translation>Inicie sesión.</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Sign out</source>
   <translation>Cerrar sesión</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>Sign-in sheet without names</source>
   <translation>Hoja de llegada sin nombres</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sheets.py" />
   <source>Sign-in sheet – {day} · {location}</source>
   <translation>Hoja de llegada – {day} · {location}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sign_in.py" />
   <source>Sign-in · {day}</source>
   <translation>Llegada · {day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Signature</source>
   <translation>Firma</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Signature of the therapist, date</source>
   <translation>Firma del terapeuta, fecha</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>Signed by the referrer (empty: not yet)</source>
   <translation>Firmado por quien refiere (vacío: todavía no)</translation>
  </message>
  <message>
   <location filename="../../app/shell/sign_in.py" />
   <source>Signing in …</source>
   <translation>Iniciando sesión …</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Similar name</source>
   <translation>Nombre parecido</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>Similar: {name}</source>
   <translation>Parecido: {name}</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Sinhala</source>
   <translation>Cingalés</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <location filename="../../forms/shell/look.ui" />
   <source>Size of text</source>
   <translation>Tamaño del texto</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/pane.py" />
   <source>Smaller</source>
   <translation>Más pequeño</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Somali</source>
   <translation>Somalí</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/appointments.py" />
   <source>Somebody books at this moment.</source>
   <translation>Alguien está reservando en este momento.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Somebody else</source>
   <translation>Otra persona</translation>
  </message>
  <message>
   <location filename="../../app/staff/view.py" />
   <source>Somebody else agrees with their own password.</source>
   <translation>Otra persona está de acuerdo, con su propia contraseña.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>Somebody else changed this a moment ago.</source>
   <translation>Otra persona cambió esto hace un momento.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>Somebody else changed this entry a moment ago.</source>
   <translation>Otra persona cambió esta anotación hace un momento.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Somebody else changed this receipt a moment ago.</source>
   <translation>Otra persona cambió este recibo hace un momento.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>Somebody else changed this rule a moment ago.</source>
   <translation>Otra persona cambió esta regla hace un momento.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Somebody else changed this visit a moment ago.</source>
   <translation>Otra persona cambió esta visita hace un momento.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/places.py" />
   <source>Somebody else has this NPI.</source>
   <translation>Otra persona tiene este NPI.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Somebody else looks at this one.</source>
   <translation>Esta la revisa otra persona.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>Somebody else's license.</source>
   <translation>Licencia de otra persona.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>Somebody else, you said</source>
   <translation>Otra persona, según usted</translation>
  </message>
  <message>
   <location filename="../../app/migrations/standing.py" />
   <source>Somebody from IT runs `frontdesk migrate` once; it makes a backup first.</source>
   <translation>Alguien de Sistemas ejecuta `frontdesk migrate` una vez; antes hace una copia de seguridad.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>Somebody has the user name {name}.</source>
   <translation>Alguien ya tiene el usuario {name}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/people.py" />
   <source>Somebody of this name and birth date is here already. Look whether it is the same person.</source>
   <translation>Ya hay alguien con este nombre y esta fecha de nacimiento. Mire si es la misma persona.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/rules/fitting.py" />
   <source>Somebody who waits needs a weekday.</source>
   <translation>Quien espera necesita un día de la semana.</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>Someone else signs in</source>
   <translation>Entra otra persona</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>Something beside the digits of this phone is no part of a number.</source>
   <translation>Algo junto a las cifras de este teléfono no es parte de un número.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Something happened to this entry since then.</source>
   <translation>Desde entonces pasó algo con esta anotación.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/undo.py" />
   <source>Something happened to this visit since then.</source>
   <translation>Algo pasó con esta visita desde entonces.</translation>
  </message>
  <message>
   <location filename="../../app/shell/crash.py" />
   <source>Something unexpected happened</source>
   <translation>Ocurrió algo inesperado</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Something unexpected happened while the clinic was opened.</source>
   <translation>Ocurrió algo inesperado al abrir la clínica.</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>Something unexpected happened.</source>
   <translation>Ocurrió algo inesperado.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Soon</source>
   <translation>Pronto</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Space chooses a visit or leaves it. What is over stays as it is.</source>
   <translation>La barra espaciadora elige una visita o la deja. Lo que ya pasó queda como está.</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>Spaces, letters of any script and pasted text are fine.</source>
   <translation>Valen espacios, letras de cualquier alfabeto y texto pegado.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Spanish</source>
   <translation>Español</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Split a visit in two</source>
   <translation>Se dividió una visita en dos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Split in two</source>
   <translation>Dividir en dos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Split the visit in two</source>
   <translation>Dividir la visita en dos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>Split {patient}: {first} and {second} minutes</source>
   <translation>Visita de {patient} dividida: {first} y {second} minutos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>Splitting {patient}. Up and Down choose where, Left and Right with whom, Enter splits.</source>
   <translation>División de {patient}. Arriba y abajo eligen dónde; izquierda y derecha, con quién; Enter divide.</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/paying.py" />
   <source>Split…</source>
   <translation>Dividir…</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>Start</source>
   <translation>Iniciar</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>Start again.</source>
   <translation>Empiece de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/appointments.py" />
   <source>Start the import again; it goes on.</source>
   <translation>Empiece la importación otra vez; sigue donde quedó.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>State ID card</source>
   <translation>Identificación estatal</translation>
  </message>
  <message>
   <location filename="../../forms/shell/location.ui" />
   <source>State, two letters</source>
   <translation>Estado, dos letras</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>Stays</source>
   <translation>Queda</translation>
  </message>
  <message>
   <location filename="../../app/visits/queries/absences.py" />
   <source>Still booked. As no-show: {what}</source>
   <translation>Sigue reservada. Si no vino: {what}</translation>
  </message>
  <message>
   <location filename="../../app/patients/queries/worklist.py" />
   <source>Still missing: {gaps}</source>
   <translation>Aún falta: {gaps}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Still open</source>
   <translation>Aún abierta</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Still owed</source>
   <translation>Aún se debe</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>Still to ask: {gaps}</source>
   <translation>Por preguntar: {gaps}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>Stop</source>
   <translation>Detener</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>Stopped.</source>
   <translation>Detenido.</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/section.py" />
   <source>Store</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/papers.py" />
   <source>Stored</source>
   <translation>Guardado</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>Stored a document: {kind}</source>
   <translation>Guardó un documento: {kind}</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/photo.py" />
   <source>Stored a photo</source>
   <translation>Guardó una foto</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>Stored a required document: {item_code}</source>
   <translation>Guardó un documento requerido: {item_code}</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Street</source>
   <translation>Calle y número</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Subscriber</source>
   <translation>Titular</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Subscriber {name}</source>
   <translation>Titular {name}</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>Subscriber, if somebody else</source>
   <translation>Titular, si es otra persona</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/licence.py" />
   <source>Suffix</source>
   <translation>Sufijo</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Suggested</source>
   <translation>Sugeridos</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Sun</source>
   <translation>dom</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Sunday</source>
   <translation>domingo</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Sure</source>
   <translation>Seguros</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Swahili</source>
   <translation>Suajili</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Switch the location</source>
   <translation>Cambiar de local</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Syriac</source>
   <translation>Siríaco</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>T&amp;hu</source>
   <translation>&amp;Jue</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>T&amp;ue</source>
   <translation>&amp;Mar</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>T&amp;win or more</source>
   <translation>Geme&amp;lo o más</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>TRICARE</source>
   <translation>TRICARE</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Tagalog</source>
   <translation>Tagalo</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>Take 1 from the license</source>
   <translation>Tomar 1 de la licencia</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/offers.py" />
   <source>Take a note</source>
   <translation>Tomar nota</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>Take a part of it.</source>
   <translation>Use una parte.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Take all alternatives · {count}</source>
   <translation>Tomar todas las alternativas · {count}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>Take back</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>Take four or five words that have nothing to do with you or the clinic.</source>
   <translation>Tome cuatro o cinco palabras que no tengan que ver con usted ni con la clínica.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/panels.py" />
   <source>Take in</source>
   <translation>Recibir</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>Take it back</source>
   <translation>Retirarlo</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/paying.py" />
   <source>Take it now</source>
   <translation>Cobrar ahora</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/picture.py" />
   <source>Take it once more from straight above, close and sharp, without glare.</source>
   <translation>Tómela otra vez desde arriba, de cerca y nítida, sin reflejos.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/picture.py" />
   <source>Take it once more, and save it as JPEG or PNG.</source>
   <translation>Tómela otra vez y guárdela como JPEG o PNG.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/picture.py" />
   <source>Take it with fewer dots.</source>
   <translation>Tómela con menos puntos.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Take it, or say why not.</source>
   <translation>Cóbrelo, o diga por qué no.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/entry.py" />
   <source>Take off the list</source>
   <translation>Quitar de la lista</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Take one of them off.</source>
   <translation>Quite una de ellas.</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Take payment</source>
   <translation>Cobrar</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Take payment…</source>
   <translation>Cobrar…</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/parting.py" />
   <source>Take that one back first.</source>
   <translation>Deshaga primero esa.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>Take the alternatives (Alt+A), or choose other visits.</source>
   <translation>Tome las alternativas (Alt+A), o elija otras visitas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Take the alternatives (Alt+A), or leave them out (Delete).</source>
   <translation>Tome las alternativas (Alt+A), o déjelas fuera (Delete).</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Take the later one back first.</source>
   <translation>Retire primero la posterior.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Take the next hole.</source>
   <translation>Tome el siguiente hueco.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/carrying.py" />
   <source>Take the next pinned visit in hand</source>
   <translation>Tomar la siguiente visita fijada</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Take the payment again if there is one.</source>
   <translation>Cobre otra vez si hay pago.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/photo.py" />
   <source>Take the photo away</source>
   <translation>Quitar la foto</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>Take the plan back</source>
   <translation>Retirar el plan</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/section.py" />
   <source>Take {amount}</source>
   <translation>Cobrar {amount}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>Take {amount} and check out</source>
   <translation>Cobrar {amount} y dar salida</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>Take {count} from the license</source>
   <translation>Tomar {count} de la licencia</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/nearest.py" />
   <source>Take {time}</source>
   <translation>Tomar {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/nearest.py" />
   <source>Take {time} with {practitioner}</source>
   <translation>Tomar {time} con {practitioner}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>Taken back</source>
   <translation>Se deshizo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Taken back: the rule from {day}</source>
   <translation>Retirada: la regla desde {day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Taken by {who}</source>
   <translation>Recibido por {who}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>Taken from it: {fields}.</source>
   <translation>Se tomó de ella: {fields}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>Takes the place of the rules from {days}.</source>
   <translation>Sustituye las reglas desde {days}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Takes the place of the weeks from {days}.</source>
   <translation>Sustituye las semanas que empiezan el {days}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Tamil</source>
   <translation>Tamil</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Tax ID {number}</source>
   <translation>ID fiscal {number}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Teal</source>
   <translation>Verde azulado</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Tell IT and compliance at once, and change nothing.</source>
   <translation>Avise enseguida a Sistemas y a Cumplimiento, y no cambie nada.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Tell IT this number: {number}</source>
   <translation>Dé este número a Sistemas: {number}</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Telugu</source>
   <translation>Telugu</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Test it once, today</source>
   <translation>Pruébela una vez, hoy</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Tested on</source>
   <translation>Probada el</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>Text in the file</source>
   <translation>Texto en el archivo</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Text messages</source>
   <translation>Mensajes de texto</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Texts</source>
   <translation>Mensajes</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Thaana</source>
   <translation>Thaana</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Thai</source>
   <translation>Tailandés</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>That country has no such phone number.</source>
   <translation>Ese país no tiene un número de teléfono así.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>That day is over.</source>
   <translation>Ese día ya pasó.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>That day is still to come.</source>
   <translation>Ese día aún no llega.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/people.py" />
   <source>That is before the birth date.</source>
   <translation>Eso es antes de la fecha de nacimiento.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>That is {years} years ago.</source>
   <translation>Eso es hace {years} años.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>That of its kind</source>
   <translation>El de su clase</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>That time is over.</source>
   <translation>Esa hora ya pasó.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/openings.py" />
   <source>That time of day ends before it begins.</source>
   <translation>Ese horario termina antes de empezar.</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>The PIN counts again after it.</source>
   <translation>Después el PIN vale otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>The PIN only opens the screen you locked yourself. It never signs anybody in.</source>
   <translation>El PIN solo abre la pantalla que usted bloqueó. Nunca inicia la sesión de nadie.</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>The ZIP fills the city</source>
   <translation>El código pone la ciudad</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The ZIP on the card cannot be read ({text}).</source>
   <translation>El código postal de la identificación no se puede leer ({text}).</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>The account is closed.</source>
   <translation>La cuenta está cerrada.</translation>
  </message>
  <message>
   <location filename="../../app/cli/people.py" />
   <source>The account {name} is closed.</source>
   <translation>La cuenta {name} está cerrada.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>The administrator</source>
   <translation>El administrador</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>The administrator has this user name.</source>
   <translation>El administrador ya tiene este usuario.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>The administrator is the director too</source>
   <translation>El administrador también dirige la clínica</translation>
  </message>
  <message>
   <location filename="../../app/kit/money.py" />
   <source>The amount is at most {most}.</source>
   <translation>El monto es de {most} como máximo.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/phones.py" />
   <source>The area code is missing.</source>
   <translation>Falta el código de área.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>The authorization ends before it begins.</source>
   <translation>La autorización termina antes de comenzar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>The authorization holds from {first} to {last}.</source>
   <translation>La autorización vale del {first} al {last}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>The authorization pays for {count} of these visits.</source>
   <translation>La autorización paga {count} de estas visitas.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>The backup could not be written to {folder}.</source>
   <translation>No se pudo escribir la copia de seguridad en {folder}.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>The backup of {time} is in place.</source>
   <translation>La copia de seguridad de {time} está en su lugar.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The birth date is no day of the calendar.</source>
   <translation>La fecha de nacimiento no es un día del calendario.</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>The birth date is not known.</source>
   <translation>No se sabe la fecha de nacimiento.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The birth date on the card cannot be read ({text}).</source>
   <translation>La fecha de nacimiento de la identificación no se puede leer ({text}).</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The birth date on the card cannot be true ({date}).</source>
   <translation>La fecha de nacimiento de la identificación no puede ser cierta ({date}).</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>The booking was taken back.</source>
   <translation>La reserva se retiró.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The card does not part first and last name. Check the names.</source>
   <translation>La identificación no separa nombre y apellido. Revise los nombres.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The card ends before it begins. Check its last day.</source>
   <translation>La identificación vence antes de empezar. Revise la fecha de vencimiento.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The card gave no birth date.</source>
   <translation>La identificación no dio una fecha de nacimiento.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The card gave no last name.</source>
   <translation>La identificación no dio un apellido.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The card gave no number.</source>
   <translation>La identificación no dio un número.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The card has no room for the whole name.</source>
   <translation>El nombre completo no cabe en la identificación.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The card's last day cannot be read.</source>
   <translation>La fecha de vencimiento de la identificación no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/rules.py" />
   <source>The care ends before it begins.</source>
   <translation>El tratamiento termina antes de comenzar.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The clinic is set up. This is its recovery key. It is shown once and kept nowhere:</source>
   <translation>La clínica está preparada. Esta es su clave de recuperación. Se muestra una vez y no se guarda en ningún lugar:</translation>
  </message>
  <message>
   <location filename="../../app/migrations/standing.py" />
   <source>The clinic's data belong to a newer Frontdesk than this one.</source>
   <translation>Los datos de la clínica son de un Frontdesk más nuevo que este.</translation>
  </message>
  <message>
   <location filename="../../app/migrations/standing.py" />
   <source>The clinic's data belong to an older Frontdesk.</source>
   <translation>Los datos de la clínica son de un Frontdesk anterior.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database cannot be opened here.</source>
   <translation>La base de datos de la clínica no se puede abrir aquí.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database is empty.</source>
   <translation>La base de datos de la clínica está vacía.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database is not where it should be.</source>
   <translation>La base de datos de la clínica no está en su lugar.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database lies on a network drive, where it can be damaged.</source>
   <translation>La base de datos de la clínica está en una unidad de red, donde puede dañarse.</translation>
  </message>
  <message>
   <location filename="../../app/core/keys.py" />
   <source>The clinic's recovery file is not where it should be.</source>
   <translation>El archivo de recuperación de la clínica no está en su lugar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>The clocks jump over that hour</source>
   <translation>Esa hora no existe por el cambio de hora</translation>
  </message>
  <message>
   <location filename="../../app/core/clock.py" />
   <source>The clocks jump over {time} that night.</source>
   <translation>Esa noche los relojes saltan las {time}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/types.py" />
   <source>The code {code} is used already.</source>
   <translation>El código {code} ya se usa.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>The data are at revision {revision} now.</source>
   <translation>Los datos están ahora en la revisión {revision}.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>The data belong to an older Frontdesk: run `frontdesk migrate` next.</source>
   <translation>Los datos son de un Frontdesk anterior: ejecute después `frontdesk migrate`.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>The data belong to this program already. There is nothing to do.</source>
   <translation>Los datos ya son de este programa. No hay nada que hacer.</translation>
  </message>
  <message>
   <location filename="../../app/shell/status.py" />
   <source>The database answers.</source>
   <translation>La base de datos responde.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>The database does not answer.</source>
   <translation>La base de datos no responde.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The database library on this computer is too old.</source>
   <translation>La biblioteca de base de datos de este equipo es demasiado antigua.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/serial.py" />
   <source>The dates of the series come next, on the patient’s record.</source>
   <translation>Las fechas de la serie vienen después, en el expediente del paciente.</translation>
  </message>
  <message>
   <location filename="../../app/shell/top.py" />
   <source>The day before</source>
   <translation>El día anterior</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>The day by practitioner</source>
   <translation>El día por terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>The day in short</source>
   <translation>El día en breve</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>The day is closed</source>
   <translation>El día está cerrado</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>The day is not closed yet; its figures may still change.</source>
   <translation>El día aún no está cerrado; sus cifras pueden cambiar.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>The day is open again</source>
   <translation>El día está abierto otra vez</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The day of death is no day of the calendar.</source>
   <translation>El día del fallecimiento no es un día del calendario.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The day of issue on the card cannot be read.</source>
   <translation>La fecha de emisión de la identificación no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/held.py" />
   <source>The day of this visit is closed.</source>
   <translation>El día de esta visita está cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>The day on which the care begins is needed.</source>
   <translation>Falta el día en que comienza el tratamiento.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/coverage.py" />
   <source>The day on which the new plan begins is needed for that.</source>
   <translation>Para eso hace falta el día en que empieza el plan nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>The days after (PgDown)</source>
   <translation>Los días siguientes (PgDown)</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>The days before (PgUp)</source>
   <translation>Los días anteriores (PgUp)</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The demo clinic is in {folder}. Everybody in it is invented.</source>
   <translation>La clínica de muestra está en {folder}. Todas sus personas son inventadas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>The desk can book this time until it begins: {practitioner}.</source>
   <translation>El mostrador puede reservar esta hora hasta que empiece: {practitioner}.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>The director</source>
   <translation>La dirección</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>The disk with the backups is full: {folder}.</source>
   <translation>El disco de las copias de seguridad está lleno: {folder}.</translation>
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>The disk with the clinic's database is full. Nothing was saved.</source>
   <translation>El disco de la base de datos de la clínica está lleno. No se guardó nada.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The drawer agrees.</source>
   <translation>La caja cuadra.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The drawer is {money} over.</source>
   <translation>En la caja sobran {money}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The drawer is {money} short.</source>
   <translation>En la caja faltan {money}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>The end lies before the beginning.</source>
   <translation>El final está antes del comienzo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>The file broke off.</source>
   <translation>El archivo se cortó.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>The file cannot be read.</source>
   <translation>El archivo no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/export.py" />
   <source>The file cannot be written there.</source>
   <translation>El archivo no se puede escribir ahí.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/columns.py" />
   <source>The file has no column {column}.</source>
   <translation>El archivo no tiene la columna {column}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>The file has {size} MB; {limit} have room.</source>
   <translation>El archivo tiene {size} MB; caben {limit}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>The file is empty.</source>
   <translation>El archivo está vacío.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/framing.py" />
   <source>The file says it holds {told} messages here; {found} were found.</source>
   <translation>El archivo dice que aquí hay {told} mensajes; se hallaron {found}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/standard.py" />
   <source>The file would not be as FHIR wants it, at {place}. Nothing was written.</source>
   <translation>El archivo no cumpliría con FHIR, en {place}. No se escribió nada.</translation>
  </message>
  <message>
   <location filename="../../app/reports/viewmodel/output.py" />
   <source>The file {file} cannot be written there.</source>
   <translation>El archivo {file} no se puede escribir ahí.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The file {file} cannot be written.</source>
   <translation>El archivo {file} no se puede escribir.</translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>The file {file} holds a password or key ({key}). Frontdesk does not use it.</source>
   <translation>El archivo {file} contiene una contraseña o clave ({key}). Frontdesk no la usa.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>The file's name ends in .{ending}, but it holds {kind}.</source>
   <translation>El nombre del archivo termina en .{ending}, pero contiene {kind}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>The file's signs cannot be read.</source>
   <translation>Los signos del archivo no se pueden leer.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/view.py" />
   <source>The first day of the plan is needed.</source>
   <translation>Falta el primer día del plan.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/first_run.py" />
   <source>The first people include an administrator.</source>
   <translation>Entre las primeras personas hay un administrador.</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>The folder {folder} is copied to a cloud. A clinic's database is not safe there.</source>
   <translation>La carpeta {folder} se copia a una nube. Ahí la base de datos de una clínica no está segura.</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>The folder {folder} is on a network drive. A clinic's database is not safe there.</source>
   <translation>La carpeta {folder} está en una unidad de red. Ahí la base de datos de una clínica no está segura.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/moving.py" />
   <source>The former time of {count} of these visits is closed.</source>
   <translation>La hora anterior de {count} de estas visitas está cerrada.</translation>
  </message>
  <message>
   <location filename="../../app/core/verify.py" />
   <source>The head of the chain does not fit entry {position}.</source>
   <translation>La cabeza de la cadena no corresponde al asiento {position}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/hours.py" />
   <source>The hours of {name} are as they were.</source>
   <translation>El horario de {name} quedó como antes.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/hours.py" />
   <source>The hours of {name} are set.</source>
   <translation>El horario de {name} está guardado.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>The import was stopped. Start it again and it goes on from there.</source>
   <translation>La importación se detuvo. Empiécela otra vez y sigue desde ahí.</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>The input ended before every secret was read.</source>
   <translation>La entrada terminó antes de leer todos los secretos.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>The journal is whole: {count} entries.</source>
   <translation>La bitácora está completa: {count} asientos.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>The journal keeps that you saw it.</source>
   <translation>La bitácora guarda que usted lo vio.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>The journal keeps why.</source>
   <translation>La bitácora guarda el motivo.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>The journal {chain} is not whole: {finding}.</source>
   <translation>La bitácora {chain} no está completa: {finding}.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The key does not fit the clinic's database.</source>
   <translation>La clave no corresponde a la base de datos de la clínica.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>The key is not yet on paper.</source>
   <translation>La clave aún no está en papel.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>The key is on paper, in a safe place</source>
   <translation>La clave está en papel, en un lugar seguro</translation>
  </message>
  <message>
   <location filename="../../app/shell/recover.py" />
   <source>The key on the printed sheet</source>
   <translation>La clave de la hoja impresa</translation>
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>The keyring of this computer did not keep the clinic's key.</source>
   <translation>El llavero de este equipo no guardó la clave de la clínica.</translation>
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>The keyring of this computer does not answer. It may be locked.</source>
   <translation>El llavero de este equipo no responde. Puede estar bloqueado.</translation>
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>The keyring of this computer is missing or locked.</source>
   <translation>El llavero de este equipo falta o está bloqueado.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The language is not known here.</source>
   <translation>Este idioma no se conoce aquí.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>The last day is needed.</source>
   <translation>Falta el último día.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>The last day lies before the first.</source>
   <translation>El último día está antes del primero.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>The last day of the plan is needed.</source>
   <translation>Hace falta el último día del plan.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>The license says otherwise</source>
   <translation>La licencia dice otra cosa</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/stripe.py" />
   <source>The magnetic stripe could not be read.</source>
   <translation>La banda magnética no se pudo leer.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The message does not begin with a header (MSH) that can be read.</source>
   <translation>El mensaje no empieza con un encabezado (MSH) que se pueda leer.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The message does not say what it is about (MSH-9).</source>
   <translation>El mensaje no dice de qué trata (MSH-9).</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The message does not say which record goes into which.</source>
   <translation>El mensaje no dice qué expediente se une a cuál.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The message has neither a number nor a name for its patient.</source>
   <translation>El mensaje no trae ni número ni nombre de su paciente.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The message has no control id, so it could be taken twice.</source>
   <translation>El mensaje no trae número de control, así que podría entrar dos veces.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/framing.py" />
   <source>The message is not in the encoding that it names.</source>
   <translation>El mensaje no está en la codificación que nombra.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/framing.py" />
   <source>The message names an encoding that is not known here.</source>
   <translation>El mensaje nombra una codificación que no se conoce aquí.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>The message names no patient (no PID segment).</source>
   <translation>El mensaje no nombra a ningún paciente (falta el segmento PID).</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>The month comes first. Is it {date}?</source>
   <translation>El mes va primero. ¿Es {date}?</translation>
  </message>
  <message>
   <location filename="../../app/shell/top.py" />
   <source>The next day</source>
   <translation>El día siguiente</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>The next try waits {seconds} seconds.</source>
   <translation>El próximo intento espera {seconds} segundos.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/notes.py" />
   <source>The note is empty.</source>
   <translation>La nota está vacía.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>The number is missing.</source>
   <translation>Falta el número.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The number on the card cannot be read ({text}).</source>
   <translation>El número de la identificación no se puede leer ({text}).</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The one visit of the day was attended.</source>
   <translation>La única visita del día fue atendida.</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>The password until now does not fit.</source>
   <translation>La contraseña hasta ahora no coincide.</translation>
  </message>
  <message>
   <location filename="../../forms/insurance/coverage.ui" />
   <source>The patient &amp;is</source>
   <translation>El paciente &amp;es</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>The patient arrived</source>
   <translation>El paciente llegó</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>The patient belongs to another location. Nothing was changed.</source>
   <translation>El paciente es de otro local. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>The patient calls</source>
   <translation>El paciente llamará</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>The patient has a visit then</source>
   <translation>El paciente tiene otra visita entonces</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/visits.py" />
   <source>The patient has another visit at this time.</source>
   <translation>El paciente tiene otra visita a esta hora.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>The patient is</source>
   <translation>El paciente es</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>The patient is at the desk</source>
   <translation>El paciente está en el mostrador</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>The patient is on the phone</source>
   <translation>El paciente está al teléfono</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>The patient signed for it</source>
   <translation>El paciente lo autorizó con su firma</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/plans.py" />
   <source>The payer of plan {number} is not in the list. Add the plan by hand.</source>
   <translation>La aseguradora del plan {number} no está en la lista. Agregue el plan a mano.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>The picture is being read…</source>
   <translation>Se está leyendo la foto…</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>The plan begins before the care does.</source>
   <translation>El plan comienza antes que el tratamiento.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>The plan ends before it begins.</source>
   <translation>El plan termina antes de empezar.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>The plan of care is not finished, and goes on after the authorization ends.</source>
   <translation>El plan de tratamiento no ha terminado, y sigue después de que acabe la autorización.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>The plan of care is not finished, and the authorized visits are used or booked.</source>
   <translation>El plan de tratamiento no ha terminado, y las visitas autorizadas están usadas o reservadas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>The plan of care of {care}</source>
   <translation>El plan de tratamiento de {care}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>The practitioner after</source>
   <translation>El terapeuta siguiente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>The practitioner before</source>
   <translation>El terapeuta anterior</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>The print system of this computer does not answer.</source>
   <translation>El sistema de impresión de este equipo no responde.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>The printer {printer} did not take the document.</source>
   <translation>La impresora {printer} no aceptó el documento.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>The printer {printer} is not there any more.</source>
   <translation>La impresora {printer} ya no está.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>The printer {printer} takes no jobs now.</source>
   <translation>La impresora {printer} no acepta trabajos ahora.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>The program owns its tables.</source>
   <translation>El programa es dueño de sus tablas.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>The record has neither a number nor a name for its patient.</source>
   <translation>El expediente no trae ni número ni nombre de su paciente.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/people.py" />
   <source>The record here says otherwise; it was kept.</source>
   <translation>El expediente aquí dice otra cosa; se conservó.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>The record is restricted. Open it first, or change it by hand.</source>
   <translation>El expediente es restringido. Ábralo primero, o cámbielo a mano.</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>The record of MRN {mrn} is in {file}.</source>
   <translation>El expediente del MRN {mrn} está en {file}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>The record that is open is of {whose}. Nothing of it was changed.</source>
   <translation>El expediente abierto es de {whose}. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>The recovery file is damaged.</source>
   <translation>El archivo de recuperación está dañado.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>The recovery file is missing beside the clinic's database, so a backup could not be opened elsewhere.</source>
   <translation>Falta el archivo de recuperación junto a la base de datos de la clínica; la copia no se podría abrir en otro lugar.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>The recovery key</source>
   <translation>La clave de recuperación</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/first_run.py" />
   <source>The recovery key lets administrators back in.</source>
   <translation>La clave de recuperación deja entrar a administradores.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>The report cannot be written there.</source>
   <translation>El informe no se puede escribir ahí.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>The report is being made</source>
   <translation>Se está haciendo el informe</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>The report is being made.</source>
   <translation>Se está haciendo el informe.</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>The report is in {file}.</source>
   <translation>El informe está en {file}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>The report was saved: {count} lines.</source>
   <translation>El informe se guardó: {count} líneas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/day.py" />
   <source>The room follows from the time. Here only the time changes.</source>
   <translation>La sala depende de la hora. Aquí solo cambia la hora.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/visits.py" />
   <source>The row does not say whose visit it is.</source>
   <translation>La fila no dice de quién es la visita.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>The row has {found} columns; the header has {wanted}.</source>
   <translation>La fila tiene {found} columnas; el encabezado tiene {wanted}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>The rule holds from {day} on.</source>
   <translation>La regla vale desde el {day}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/closing.py" />
   <source>The same day</source>
   <translation>El mismo día</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The scan stopped early. Scan the card once more.</source>
   <translation>El escaneo se cortó. Escanee la identificación otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>The schedule on paper</source>
   <translation>La agenda en papel</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>The schedule shows one location at a time. Choose one above (Ctrl+Shift+L).</source>
   <translation>La agenda muestra un local a la vez. Elija uno arriba (Ctrl+Shift+L).</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>The seal is found, but the journal before it is not whole: {sentence}</source>
   <translation>El sello se encontró, pero la bitácora anterior a él no está completa: {sentence}</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>The seal is that of entry {position} in {chain}, written {time}. The journal up to it is whole.</source>
   <translation>El sello es el del asiento {position} de {chain}, escrito {time}. La bitácora hasta él está completa.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/second_person.py" />
   <source>The second person has to be somebody else.</source>
   <translation>La segunda persona tiene que ser otra.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>The second person's name and password do not fit.</source>
   <translation>El nombre y la contraseña de la segunda persona no coinciden.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/feeds.py" />
   <source>The sender has closed this record.</source>
   <translation>Quien lo envía cerró este expediente.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/feeds.py" />
   <source>The sender has replaced this record by another one.</source>
   <translation>Quien lo envía reemplazó este expediente por otro.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>The sender made two records one; here it waits among the possible duplicates. {why}</source>
   <translation>Quien lo envía unió dos expedientes; aquí espera entre los posibles duplicados. {why}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>The sender marks it as made up for a test. It was not taken.</source>
   <translation>Quien lo envía lo marca como inventado para una prueba. No se recibió.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>The sender protects this record. Decide who may open it.</source>
   <translation>Quien lo envía protege este expediente. Decida quién puede abrirlo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/feeds.py" />
   <source>The sender says that the patient has died, without a day. Ask, and write it down.</source>
   <translation>Quien lo envía dice que el paciente falleció, sin decir el día. Pregunte y anótelo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/feeds.py" />
   <source>The sender says that the patient has died. Look at what is booked.</source>
   <translation>Quien lo envía dice que el paciente falleció. Revise lo que está reservado.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/feeds.py" />
   <source>The sender says that the patient lives; here a day of death is written.</source>
   <translation>Quien lo envía dice que el paciente vive; aquí consta un día de fallecimiento.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>The series is as it was</source>
   <translation>La serie está como antes</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>The series is taken back</source>
   <translation>La serie se retiró</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The server did not let the owner's role in, or does not answer.</source>
   <translation>El servidor no dejó entrar a la función dueña, o no responde.</translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>The setting {key} in {file} belongs in the site file. Frontdesk leaves it out.</source>
   <translation>El ajuste {key} de {file} va en el archivo del sitio. Frontdesk no lo usa.</translation>
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>The setting {key} in {file} has a value that does not fit. Frontdesk uses its usual value.</source>
   <translation>El ajuste {key} de {file} tiene un valor que no corresponde. Frontdesk usa el habitual.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The sex on the card cannot be read ({text}).</source>
   <translation>El sexo de la identificación no se puede leer ({text}).</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The sheet to print is in {file}. Print it and delete the file.</source>
   <translation>La hoja para imprimir está en {file}. Imprímala y borre el archivo.</translation>
  </message>
  <message>
   <location filename="../../app/core/server.py" />
   <source>The site file calls a server on another computer local.</source>
   <translation>El archivo del sitio llama local a un servidor de otro equipo.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The site file {file} could not be written. These lines belong there:</source>
   <translation>El archivo del sitio {file} no se pudo escribir. Estas líneas van ahí:</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The site file {file} does not say for sure which database it means.</source>
   <translation>El archivo del sitio {file} no dice con certeza de qué base de datos se trata.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The site file {file} names another database.</source>
   <translation>El archivo del sitio {file} indica otra base de datos.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>The state on the card cannot be read ({text}).</source>
   <translation>El estado de la identificación no se puede leer ({text}).</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/stripe.py" />
   <source>The stripe does not hold the number as it is printed. Type it.</source>
   <translation>La banda no tiene el número como está impreso. Escríbalo.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>The subscriber</source>
   <translation>El titular</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>The tables on a server belong to a role of their own.</source>
   <translation>Las tablas de un servidor son de una función propia.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>The therapist asked for it</source>
   <translation>Lo pidió el terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/hover.py" />
   <source>The time is closed again.</source>
   <translation>El tiempo está cerrado otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/hover.py" />
   <source>The time is not filled.</source>
   <translation>El tiempo no se ha llenado.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/visits.py" />
   <source>The times of this visit are out of order. They were left empty.</source>
   <translation>Las horas de esta visita no siguen un orden. Se dejaron vacías.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>The treatment began[ in room {room}]</source>
   <translation>Empezó el tratamiento[ en la sala {room}]</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>The treatment ended</source>
   <translation>El tratamiento terminó</translation>
  </message>
  <message>
   <location filename="../../app/shell/own.py" />
   <source>The two new passwords differ.</source>
   <translation>Las dos contraseñas nuevas son distintas.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>The two new passwords differ. Type the second one again.</source>
   <translation>Las dos contraseñas nuevas son distintas. Escriba la segunda otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/cli/talking.py" />
   <source>The two passwords differ.</source>
   <translation>Las dos contraseñas son distintas.</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/closing.py" />
   <source>The visit is over, but not checked out.</source>
   <translation>La visita terminó, pero falta dar la salida.</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/closing.py" />
   <source>The visit is still “{state}”.</source>
   <translation>La visita sigue “{state}”.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/papers.py" />
   <source>The visits to come</source>
   <translation>Las próximas visitas</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/desk.py" />
   <source>The waitlist is one location’s. Choose one above (Ctrl+Shift+L).</source>
   <translation>La lista de espera es de un local. Elija uno arriba (Ctrl+Shift+L).</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>The week after (PgDown)</source>
   <translation>La semana siguiente (PgDown)</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>The week before (PgUp)</source>
   <translation>La semana anterior (PgUp)</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/closing.py" />
   <source>The whole clinic</source>
   <translation>Toda la clínica</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/dates.py" />
   <source>The year has two digits. It was read as {date}.</source>
   <translation>El año tiene dos cifras. Se leyó como {date}.</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>Their &amp;address</source>
   <translation>Su di&amp;rección</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>Their address</source>
   <translation>Su dirección</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Their later visit is at another location</source>
   <translation>Su visita posterior es en otro local</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Their later visit is at another location.</source>
   <translation>Su visita posterior es en otro local.</translation>
  </message>
  <message>
   <location filename="../../forms/staff/cosign.ui" />
   <source>Their password</source>
   <translation>Su contraseña</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sign_in.py" />
   <source>Then hand the strip to the desk. At the desk: tear a strip off as soon as it is signed.</source>
   <translation>Después entregue la tira en el mostrador. En el mostrador: arranque la tira en cuanto esté firmada.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Therapist</source>
   <translation>Terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>There is a clinic in this database already.</source>
   <translation>Ya hay una clínica en esta base de datos.</translation>
  </message>
  <message>
   <location filename="../../app/core/keys.py" />
   <source>There is a clinic in {folder} already.</source>
   <translation>Ya hay una clínica en {folder}.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>There is a payer of this name already.</source>
   <translation>Ya hay una aseguradora con este nombre.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>There is a plan in this place on the same days.</source>
   <translation>Ya hay un plan en este lugar en los mismos días.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/access.py" />
   <source>There is more than can be shown.</source>
   <translation>Hay más de lo que se puede mostrar.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>There is more: ask for a shorter time.</source>
   <translation>Hay más: pida un tiempo más corto.</translation>
  </message>
  <message>
   <location filename="../../app/staff/queries.py" />
   <source>There is no account {name}.</source>
   <translation>No existe la cuenta {name}.</translation>
  </message>
  <message>
   <location filename="../../app/core/restore.py" />
   <source>There is no backup in {folder}.</source>
   <translation>No hay copia de seguridad en {folder}.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>There is no backup yet.</source>
   <translation>Aún no hay copia de seguridad.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>There is no clinic here yet.</source>
   <translation>Aún no hay una clínica aquí.</translation>
  </message>
  <message>
   <location filename="../../app/migrations/standing.py" />
   <source>There is no clinic in this database yet.</source>
   <translation>Aún no hay una clínica en esta base de datos.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/cards.py" />
   <source>There is no insurance card in this file. {why}</source>
   <translation>En este archivo no hay tarjeta del seguro. {why}</translation>
  </message>
  <message>
   <location filename="../../app/cli/people.py" />
   <source>There is no location {code}.</source>
   <translation>No existe el local {code}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>There is no paper yet.</source>
   <translation>Aún no hay documento.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/photo.py" />
   <source>There is no photo.</source>
   <translation>No hay foto.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>There is no room yet.</source>
   <translation>Todavía no hay salas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>There is no room yet. Without rooms only people and times are looked at.</source>
   <translation>Todavía no hay salas. Sin salas solo se miran personas y horas.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>There is no site file {file}.</source>
   <translation>No existe el archivo del sitio {file}.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>There is no such account.</source>
   <translation>No existe esa cuenta.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>There is no such authorization.</source>
   <translation>No existe esa autorización.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/traits.py" />
   <source>There is no such color.</source>
   <translation>No existe ese color.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/dates.py" />
   <source>There is no such day.</source>
   <translation>Ese día no existe.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>There is no such disclosure.</source>
   <translation>No existe esa divulgación.</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>There is no such document.</source>
   <translation>No existe ese documento.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>There is no such entry.</source>
   <translation>No existe esa anotación.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>There is no such episode of care.</source>
   <translation>No existe ese tratamiento.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>There is no such hole.</source>
   <translation>No existe ese hueco.</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>There is no such location.</source>
   <translation>No existe ese local.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>There is no such override.</source>
   <translation>No existe esa excepción.</translation>
  </message>
  <message>
   <location filename="../../app/documents/queries.py" />
   <source>There is no such patient.</source>
   <translation>No existe ese paciente.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/authorizations.py" />
   <source>There is no such payer.</source>
   <translation>No existe esa aseguradora.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>There is no such payer. Choose one from the list, or add it as a new one.</source>
   <translation>No existe esa aseguradora. Elija una de la lista o agréguela como nueva.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/photo.py" />
   <source>There is no such photo.</source>
   <translation>No existe esa foto.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>There is no such plan of care.</source>
   <translation>No existe ese plan de tratamiento.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>There is no such plan.</source>
   <translation>No existe ese plan.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>There is no such practitioner.</source>
   <translation>No existe ese terapeuta.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>There is no such receipt.</source>
   <translation>No existe ese recibo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/inroom.py" />
   <source>There is no such room here.</source>
   <translation>Aquí no existe esa sala.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>There is no such room.</source>
   <translation>No existe esa sala.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>There is no such rule.</source>
   <translation>Esa regla no existe.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>There is no such series.</source>
   <translation>No existe esa serie.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/register.py" />
   <source>There is no such therapist.</source>
   <translation>No hay tal terapeuta.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/types.py" />
   <source>There is no such visit type.</source>
   <translation>No existe ese tipo de visita.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/visits.py" />
   <source>There is no such visit type. One of its length was taken.</source>
   <translation>No existe ese tipo de visita. Se tomó uno de la misma duración.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/queries.py" />
   <source>There is no such visit.</source>
   <translation>No existe esa visita.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>There is no such waiver.</source>
   <translation>No existe esa dispensa.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>There is no visit here.</source>
   <translation>Aquí no hay ninguna visita.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>There is no visit type yet.</source>
   <translation>Todavía no hay tipos de visita.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>There is no “{room}” at this location.</source>
   <translation>No hay “{room}” en este local.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>There is none.</source>
   <translation>No hay ninguna.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>There is nothing to print on this day.</source>
   <translation>No hay nada que imprimir este día.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>These are {count} rows; {limit} have room.</source>
   <translation>Son {count} filas; caben {limit}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/written.py" />
   <source>These hours do not follow each other.</source>
   <translation>Estas horas no siguen una a otra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/weeks.py" />
   <source>These hours overlap each other.</source>
   <translation>Estos horarios se traslapan.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/hours.py" />
   <source>These hours overlap the hours at {location}.</source>
   <translation>Este horario se cruza con el de {location}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>These two visits do not follow each other.</source>
   <translation>Estas dos visitas no son seguidas.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>These words stand on reports and receipts.</source>
   <translation>Estas palabras salen en informes y recibos.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_people.py" />
   <source>They choose their own password at the first sign-in.</source>
   <translation>La persona elige su contraseña al iniciar sesión por primera vez.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>Third</source>
   <translation>Tercero</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>This NPI does not check: a digit is wrong or missing.</source>
   <translation>Este NPI no cuadra: una cifra está mal o falta.</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>This PIN does not fit.</source>
   <translation>Este PIN no coincide.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>This PIN is easy to guess.</source>
   <translation>Este PIN es fácil de adivinar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>This absence is counted no more.</source>
   <translation>Esta ausencia ya no se cuenta.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>This absence is not waived.</source>
   <translation>Esta ausencia no está perdonada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>This absence is noted already.</source>
   <translation>Esta ausencia ya está anotada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>This absence is waived already.</source>
   <translation>Esta ausencia ya está perdonada.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>This account still has its one-time password.</source>
   <translation>Esta cuenta aún tiene su contraseña de un solo uso.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>This alone</source>
   <translation>Solo esta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>This and the rest</source>
   <translation>Esta y las demás</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This asks to delete a record. Nothing is deleted here.</source>
   <translation>Esto pide borrar un expediente. Aquí no se borra nada.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>This backup is damaged.</source>
   <translation>Esta copia de seguridad está dañada.</translation>
  </message>
  <message>
   <location filename="../../app/core/restore.py" />
   <source>This backup is of another clinic than the one on this computer.</source>
   <translation>Esta copia es de otra clínica que la de este equipo.</translation>
  </message>
  <message>
   <location filename="../../app/core/restore.py" />
   <source>This backup is older than what this desk has seen: {count} entries of the journal are not in it.</source>
   <translation>Esta copia es más antigua que lo que vio este mostrador: le faltan {count} asientos de la bitácora.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fitting.py" />
   <source>This cannot be taken as it is written.</source>
   <translation>Esto no se puede recibir como está escrito.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/undo.py" />
   <source>This cannot be taken back.</source>
   <translation>Esto no se puede deshacer.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>This card ended {date}.</source>
   <translation>Esta identificación venció el {date}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>This card ends in {days} days, on {date}.</source>
   <translation>Esta identificación vence en {days} días, el {date}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>This card ends today.</source>
   <translation>Esta identificación vence hoy.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/differences.py" />
   <source>This card ends tomorrow.</source>
   <translation>Esta identificación vence mañana.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/first_run.py" />
   <source>This clinic is set up.</source>
   <translation>Esta clínica ya está preparada.</translation>
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>This computer has no keyring that Frontdesk can use.</source>
   <translation>Este equipo no tiene un llavero que Frontdesk pueda usar.</translation>
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>This computer has no printer.</source>
   <translation>Este equipo no tiene impresora.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>This computer has no screen that Frontdesk can use.</source>
   <translation>Este equipo no tiene una pantalla que Frontdesk pueda usar.</translation>
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>This computer knows no home folder for you.</source>
   <translation>Este equipo no conoce una carpeta personal para usted.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>This control id came before with other content. Nothing was changed.</source>
   <translation>Este número de control ya llegó con otro contenido. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>This date is still to come.</source>
   <translation>Esta fecha aún no llega.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>This day is closed already.</source>
   <translation>Este día ya está cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>This day is closed.</source>
   <translation>Este día está cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>This day is not closed.</source>
   <translation>Este día no está cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>This day is still to come.</source>
   <translation>Este día aún no llega.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>This day was closed already; money after that needs a reason.</source>
   <translation>Este día ya estaba cerrado; cobrar después necesita un motivo.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>This desk saw entry {position} of {chain}, which is gone.</source>
   <translation>Este mostrador vio el asiento {position} de {chain}, que ya no está.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>This does not fit: the visit is “{state}”.</source>
   <translation>Esto no corresponde: la visita está “{state}”.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>This does not stand in the record. Ask for another of the four; nothing was opened.</source>
   <translation>Esto no consta en el expediente. Pida otro de los cuatro; no se abrió nada.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>This entry was not withdrawn.</source>
   <translation>Esta anotación no se había retirado.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>This episode of care is over.</source>
   <translation>Este episodio de atención ya terminó.</translation>
  </message>
  <message>
   <location filename="../../app/kit/files.py" />
   <source>This file cannot be read.</source>
   <translation>Este archivo no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>This file has {size} MB; up to {limit} MB can be stored.</source>
   <translation>Este archivo tiene {size} MB; se pueden guardar hasta {limit} MB.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>This file is damaged or cut off.</source>
   <translation>Este archivo está dañado o cortado.</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/files.py" />
   <source>This file is damaged.</source>
   <translation>Este archivo está dañado.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>This file is empty.</source>
   <translation>Este archivo está vacío.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This file is no JSON that can be read.</source>
   <translation>Este archivo no es un JSON que se pueda leer.</translation>
  </message>
  <message>
   <location filename="../../app/kit/files.py" />
   <source>This file is too large.</source>
   <translation>Este archivo es demasiado grande.</translation>
  </message>
  <message>
   <location filename="../../app/core/values.py" />
   <source>This holds a sign that cannot be seen (U+{code}).</source>
   <translation>Esto contiene un signo que no se ve (U+{code}).</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>This holds a sign that nobody can read.</source>
   <translation>Esto contiene un signo que nadie puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>This holds up to {limit} characters.</source>
   <translation>Aquí caben hasta {limit} caracteres.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This is FHIR as XML. Ask for it as JSON.</source>
   <translation>Esto es FHIR en XML. Pídalo en JSON.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This is a SMART Health Card: a signed proof, no registration. Ask for the FHIR file of the record or the card.</source>
   <translation>Esto es una SMART Health Card: un comprobante firmado, no una inscripción. Pida el archivo FHIR del expediente o de la tarjeta.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/glass.py" />
   <source>This is a colleague's record.</source>
   <translation>Es el expediente de un colega.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/scans.py" />
   <source>This is a payment card. Nothing of it was kept.</source>
   <translation>Esta es una tarjeta de pago. No se guardó nada de ella.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>This is empty.</source>
   <translation>Esto está vacío.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>This is more than a card holds.</source>
   <translation>Esto es más de lo que cabe en una identificación.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>This is neither a PDF nor a picture nor plain text.</source>
   <translation>Esto no es un PDF, ni una imagen, ni texto simple.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/scans.py" />
   <source>This is neither a license nor a member card.</source>
   <translation>Esto no es una licencia ni una tarjeta de seguro.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This is no FHIR resource.</source>
   <translation>Esto no es un recurso FHIR.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>This is no booked visit of theirs.</source>
   <translation>Esta no es una visita reservada de este paciente.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>This is no driver's license.</source>
   <translation>Esto no es una licencia de conducir.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/phones.py" />
   <source>This is no phone number.</source>
   <translation>Esto no es un número de teléfono.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/portrait.py" />
   <source>This is no photo that can be read.</source>
   <translation>Esta no es una foto que se pueda leer.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/series.py" />
   <source>This is no rule for a series.</source>
   <translation>Esto no es una regla para una serie.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>This is no word for a sex that is known here.</source>
   <translation>Esta palabra para el sexo no se conoce aquí.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/reading.py" />
   <source>This is not a CSV file.</source>
   <translation>Esto no es un archivo CSV.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/dates.py" />
   <source>This is not a date that can be read for sure.</source>
   <translation>Esta fecha no se puede leer con certeza.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/visits.py" />
   <source>This is not a time that can be read.</source>
   <translation>Esta hora no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>This is not the address of a database server.</source>
   <translation>Esto no es la dirección de un servidor de base de datos.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>This is not your password.</source>
   <translation>Esta no es su contraseña.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/queries/preview.py" />
   <source>This is one record already.</source>
   <translation>Ya es un solo expediente.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/users.py" />
   <source>This is the only administrator.</source>
   <translation>Este es el único administrador.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/own.py" />
   <source>This is the password you have.</source>
   <translation>Esta es la contraseña que ya tiene.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/glass.py" />
   <source>This is your own record.</source>
   <translation>Es su propio expediente.</translation>
  </message>
  <message>
   <location filename="../../app/core/values.py" />
   <source>This is {length} signs long; {limit} have room.</source>
   <translation>Esto tiene {length} signos; caben {limit}.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>This key opens the clinic's data when this computer is broken or nobody can sign in. Print it and lock it away. It is not kept on this computer, and nobody can make it again.</source>
   <translation>Esta clave abre los datos de la clínica cuando este equipo se daña o nadie puede entrar. Imprímala y guárdela bajo llave. No se guarda en este equipo y nadie puede hacerla de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/files.py" />
   <source>This kind of picture cannot be shown here.</source>
   <translation>Este tipo de imagen no se puede mostrar aquí.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/traits.py" />
   <source>This length does not fit a day.</source>
   <translation>Esta duración no cabe en un día.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/visits.py" />
   <source>This length was read as {minutes} minutes.</source>
   <translation>Esta duración se leyó como {minutes} minutos.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>This license is of {whose}</source>
   <translation>Esta licencia es de {whose}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>This lies between {least} and {most}.</source>
   <translation>Va de {least} a {most}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This line is no JSON.</source>
   <translation>Esta línea no es JSON.</translation>
  </message>
  <message>
   <location filename="../../app/core/keys.py" />
   <source>This login has no key for the clinic yet.</source>
   <translation>Este usuario del equipo aún no tiene clave de la clínica.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>This login has no keyring that can be used: the recovery key is asked for at every start.</source>
   <translation>Este usuario no tiene un llavero que se pueda usar: la clave de recuperación se pide en cada inicio.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/parting.py" />
   <source>This merge was taken back already.</source>
   <translation>Esta unión ya se deshizo.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/adt.py" />
   <source>This message ({event}) asks for something that is done by hand here.</source>
   <translation>Este mensaje ({event}) pide algo que aquí se hace a mano.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/hl7/framing.py" />
   <source>This message is too long to be read.</source>
   <translation>Este mensaje es demasiado largo para leerlo.</translation>
  </message>
  <message>
   <location filename="../../app/staff/view.py" />
   <source>This name and password do not fit.</source>
   <translation>Este nombre y esta contraseña no coinciden.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>This needs somebody who signs in.</source>
   <translation>Esto necesita a alguien que inicie sesión.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/notes.py" />
   <source>This note has already ended.</source>
   <translation>Esta nota ya terminó.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/arrivals.py" />
   <source>This number belongs to somebody of another name or birth date here. Nothing was changed.</source>
   <translation>Este número es aquí de alguien con otro nombre u otra fecha de nacimiento. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>This one goes into it</source>
   <translation>Este pasa al otro</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>This one stays</source>
   <translation>Este se queda</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>This override is not open any more.</source>
   <translation>Esta excepción ya no está abierta.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>This paper is not missing any more.</source>
   <translation>Este documento ya no falta.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This part of the bundle cannot be read.</source>
   <translation>Esta parte del paquete no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This part of the record cannot be read.</source>
   <translation>Esta parte del expediente no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/glass.py" />
   <source>This password does not fit.</source>
   <translation>Esta contraseña no coincide.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>This password is easy to guess.</source>
   <translation>Esta contraseña es fácil de adivinar.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>This patient already has a visit between {start} and {end}.</source>
   <translation>Este paciente ya tiene una visita entre {start} y {end}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/queries/record.py" />
   <source>This patient belongs to another location.</source>
   <translation>Este paciente es de otro local.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/photo.py" />
   <source>This patient did not agree to a photo.</source>
   <translation>Este paciente no aceptó que se le tome una foto.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>This patient does not wait any more.</source>
   <translation>Este paciente ya no espera.</translation>
  </message>
  <message>
   <location filename="../../app/documents/queries.py" />
   <source>This patient goes to another location.</source>
   <translation>Este paciente va a otro local.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/board.py" />
   <source>This patient has a visit then.</source>
   <translation>Este paciente tiene una visita a esa hora.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>This patient has been booked meanwhile.</source>
   <translation>Este paciente ya quedó reservado entretanto.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>This patient has died.</source>
   <translation>Este paciente falleció.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>This patient has no such episode.</source>
   <translation>Este paciente no tiene ese episodio.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/authorizations.py" />
   <source>This patient has no such plan.</source>
   <translation>Este paciente no tiene ese plan.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>This patient waits for such a visit already.</source>
   <translation>Este paciente ya espera una visita así.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>This patient’s plan pays for one patient at a time; {practitioner} has another one then.</source>
   <translation>El plan de este paciente paga solo un paciente a la vez; {practitioner} tiene otro a esa hora.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/picture.py" />
   <source>This picture cannot be read.</source>
   <translation>Esta imagen no se puede leer.</translation>
  </message>
  <message>
   <location filename="../../app/documents/rules/content.py" />
   <source>This picture has more dots than {limit} million.</source>
   <translation>Esta imagen tiene más de {limit} millones de puntos.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/picture.py" />
   <source>This picture is too large.</source>
   <translation>Esta imagen es demasiado grande.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/portrait.py" />
   <source>This picture is too small.</source>
   <translation>Esta foto es demasiado pequeña.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/feed.py" />
   <source>This plan's patient is not in the file. Open the patient and read the card there.</source>
   <translation>El paciente de este plan no está en el archivo. Abra al paciente y lea la tarjeta ahí.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/slots.py" />
   <source>This practitioner does not work at this location.</source>
   <translation>Este terapeuta no trabaja en este local.</translation>
  </message>
  <message>
   <location filename="../../app/cli/bench.py" />
   <source>This program carries no measurements.</source>
   <translation>Este programa no trae mediciones.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>This reason needs a few words.</source>
   <translation>Este motivo necesita unas palabras.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>This receipt is void already.</source>
   <translation>Este recibo ya está anulado.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>This receipt is void. No payment counts from it.</source>
   <translation>Este recibo está anulado. Ningún pago cuenta por él.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/fhir/reading.py" />
   <source>This record is of an animal.</source>
   <translation>Este expediente es de un animal.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/glass.py" />
   <source>This record is of somebody in your household.</source>
   <translation>Es el expediente de alguien de su hogar.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/glass.py" />
   <source>This record is restricted for the patient's safety.</source>
   <translation>Este expediente está restringido por la seguridad del paciente.</translation>
  </message>
  <message>
   <location filename="../../app/patients/queries/glass.py" />
   <source>This record is restricted.</source>
   <translation>Este expediente está restringido.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>This record was merged into another one.</source>
   <translation>Este expediente se unió a otro.</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>This recovery file belongs to another clinic.</source>
   <translation>Este archivo de recuperación es de otra clínica.</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>This recovery key does not open this clinic's data.</source>
   <translation>Esta clave de recuperación no abre los datos de esta clínica.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/page.py" />
   <source>This report is without names: your role prints counts.</source>
   <translation>Este informe va sin nombres: su función imprime cifras.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>This rule holds already.</source>
   <translation>Esta regla ya rige.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/checks.py" />
   <source>This sets a rule aside.</source>
   <translation>Esto deja de lado una regla.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>This sheet opens your clinic’s data when nothing else can. Keep it like cash.</source>
   <translation>Esta hoja abre los datos de su clínica cuando nada más puede. Cuídela como dinero.</translation>
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>This stored file is damaged.</source>
   <translation>Este archivo guardado está dañado.</translation>
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>This stored file was sealed with another key.</source>
   <translation>Este archivo se selló con otra clave.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/closed.py" />
   <source>This time is closed again.</source>
   <translation>Este tiempo está cerrado otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/ladder.py" />
   <source>This time is not free any more.</source>
   <translation>Esta hora ya no está libre.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/closed.py" />
   <source>This time is open again.</source>
   <translation>Este tiempo está abierto otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/blocks.py" />
   <source>This time is open already.</source>
   <translation>Este tiempo ya está abierto.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>This time is over.</source>
   <translation>Esta hora ya pasó.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/visits.py" />
   <source>This time is taken by another visit.</source>
   <translation>Otra visita ya ocupa esta hora.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>This time is taken by now</source>
   <translation>Esta hora ya está ocupada</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>This visit does not ask for that paper.</source>
   <translation>Esta visita no pide ese documento.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>This visit is booked longer ahead</source>
   <translation>Esta visita se reserva con más anticipación</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>This visit is not for them, or not this practitioner’s</source>
   <translation>Esta visita no es para esa persona, o no de este terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/care.py" />
   <source>This visit is not one of a series with visits to come.</source>
   <translation>Esta visita no es de una serie con visitas por venir.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>This visit is not one of the series.</source>
   <translation>Esta visita no es de la serie.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/visits.py" />
   <source>This visit is still to come. It was taken as booked.</source>
   <translation>Esta visita aún no llega. Se tomó como reservada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>This visit is {status} by now.</source>
   <translation>Esta visita ahora está así: {status}.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/viewmodel/ladder.py" />
   <source>This visit left no time that can be filled.</source>
   <translation>Esta visita no dejó ninguna hora que se pueda llenar.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>This visit needs no reason.</source>
   <translation>Esta visita no necesita motivo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/day.py" />
   <source>This visit takes a room of another kind.</source>
   <translation>Esta visita ocupa una sala de otro tipo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/day.py" />
   <source>This visit takes no room.</source>
   <translation>Esta visita no ocupa sala.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Three letters of the town are a good one.</source>
   <translation>Tres letras de la ciudad van bien.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Thu</source>
   <translation>jue</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Thursday</source>
   <translation>jueves</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Tibetan</source>
   <translation>Tibetano</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>Tick all working days</source>
   <translation>Marcar todos los días laborables</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Time</source>
   <translation>Hora</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sign_in.py" />
   <source>Time now</source>
   <translation>Hora actual</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Time zone</source>
   <translation>Zona horaria</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/finder.py" />
   <source>Times that fit</source>
   <translation>Horas que sirven</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/access.ui" />
   <source>To</source>
   <translation>Hasta</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>To &amp;whom</source>
   <translation>A &amp;quién</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>To (&amp;latest)</source>
   <translation>&amp;Hasta (lo más tarde)</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>To (latest)</source>
   <translation>Hasta (lo más tarde)</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/codes.py" />
   <source>To check out</source>
   <translation>Por salir</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>To the balance</source>
   <translation>Al saldo</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>To the patient</source>
   <translation>Al paciente</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>To whom</source>
   <translation>A quién</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/walkins.py" />
   <source>Today is closed already.</source>
   <translation>El día de hoy ya está cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/finder.py" />
   <source>Today {time}, {state}</source>
   <translation>Hoy {time}, {state}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/actions/settling.py" />
   <source>Together the records have more than three plans at the same time.</source>
   <translation>Juntos, los expedientes tienen más de tres planes al mismo tiempo.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Tomorrow’s red items</source>
   <translation>Pendientes en rojo de mañana</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Too near to the visit before or after</source>
   <translation>Demasiado cerca de la visita anterior o siguiente</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>Too soon, or over</source>
   <translation>Demasiado pronto, o ya pasó</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Took ${amount}, receipt {number}</source>
   <translation>Cobró ${amount}, recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Took a booking back</source>
   <translation>Se retiró una reserva</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance_rule.py" />
   <source>Took a rule for absences back</source>
   <translation>Retiró una regla de ausencias</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>Took back a waiver</source>
   <translation>Retiró una dispensa</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/overrides.py" />
   <source>Took back leave to book with {practitioner} against the rules</source>
   <translation>Retiró el permiso de reservar con {practitioner} contra las reglas</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/undo.py" />
   <source>Took back the last step</source>
   <translation>Retiró el último paso</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Took no payment: {reason_code}</source>
   <translation>No cobró: {reason_code}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/entries.py" />
   <source>Took somebody off the waitlist</source>
   <translation>Quitó a alguien de la lista de espera</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Took the filling of a hole back</source>
   <translation>Deshizo el llenado de un hueco</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/photo.py" />
   <source>Took the photo away</source>
   <translation>Quitó la foto</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>Took the waiver of an absence back</source>
   <translation>Retiró el perdón de una ausencia</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Took up an episode of care again</source>
   <translation>Retomó un tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>Took {amount} · receipt {number}</source>
   <translation>Se cobró {amount} · recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>Toward your balance</source>
   <translation>A cuenta de su saldo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Treated for</source>
   <translation>Se trata</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Treatment</source>
   <translation>Tratamiento</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>Treatment, payment or operations</source>
   <translation>Tratamiento, pago u operaciones</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>Treats</source>
   <translation>Trata</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/skills.ui" />
   <source>Treats, with a comma between</source>
   <translation>Trata, separado por comas</translation>
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>Try again in a moment. Nothing was saved twice.</source>
   <translation>Intente de nuevo en un momento. No se guardó nada dos veces.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Try again in a moment. Nothing was saved.</source>
   <translation>Intente de nuevo en un momento. No se guardó nada.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/glass.py" />
   <source>Try again in {seconds} s.</source>
   <translation>Intente de nuevo en {seconds} s.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Tue</source>
   <translation>mar</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Tuesday</source>
   <translation>martes</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Turkish</source>
   <translation>Turco</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>Twin</source>
   <translation>Parto múltiple</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Twin or more</source>
   <translation>Gemelo o más</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/licence/reading.py" />
   <source>Two different cards were scanned.</source>
   <translation>Se escanearon dos identificaciones distintas.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>Two people</source>
   <translation>Dos personas</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>Two records again</source>
   <translation>De nuevo dos expedientes</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/carrying.py" />
   <source>Two visits changed places</source>
   <translation>Dos visitas cambiaron de lugar</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/zones.py" />
   <source>Two visits of one person would meet now that the clocks are other ones.</source>
   <translation>Dos visitas de una persona coincidirían ahora que los relojes son otros.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/page.py" />
   <source>Type a name, a birth date, a phone or a record number.</source>
   <translation>Escriba un nombre, una fecha de nacimiento, un teléfono o un número de expediente.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/authorizations.py" />
   <source>Type a part of the name</source>
   <translation>Escriba parte del nombre</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Type a phone, an e-mail or an address, or take this off.</source>
   <translation>Escriba un teléfono, un correo o una dirección, o quite esto.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/first_run.py" />
   <source>Type an administrator's user name.</source>
   <translation>Escriba el usuario de un administrador.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>Type both again. Look whether Caps Lock is on.</source>
   <translation>Escriba los dos otra vez. Mire si Caps Lock está activo.</translation>
  </message>
  <message>
   <location filename="../../app/core/values.py" />
   <source>Type it again by hand.</source>
   <translation>Escríbalo otra vez a mano.</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Type it again.</source>
   <translation>Escríbalo otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/insurance/actions/plans.py" />
   <source>Type it as it stands on the card.</source>
   <translation>Escríbalo como está en la tarjeta.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Type it group by group; small letters and missing spaces do no harm. The letters I, L, O and U never occur; a zero carries a stroke. The last signs check the rest, so a slip is named at once.</source>
   <translation>Escríbala grupo por grupo; las minúsculas y los espacios que falten no importan. Las letras I, L, O y U no aparecen nunca; el cero lleva una raya. Los últimos signos comprueban el resto, así que un descuido se nota al instante.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/rooms.py" />
   <source>Type it here.</source>
   <translation>Escríbalo aquí.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Type it, or remove the row.</source>
   <translation>Escríbalo, o quite la fila.</translation>
  </message>
  <message>
   <location filename="../../app/kit/money.py" />
   <source>Type the amount as {example}.</source>
   <translation>Escriba el monto como {example}.</translation>
  </message>
  <message>
   <location filename="../../app/payments/rules.py" />
   <source>Type the amount.</source>
   <translation>Escriba el monto.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>Type the area code too, or begin with + and the country.</source>
   <translation>Escriba también el código de área, o empiece con + y el país.</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Type the date as {example}.</source>
   <translation>Escriba la fecha como {example}.</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Type the date.</source>
   <translation>Escriba la fecha.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Type the day.</source>
   <translation>Escriba el día.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>Type the digits alone.</source>
   <translation>Escriba solo las cifras.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>Type the last name.</source>
   <translation>Escriba el apellido.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Type the name.</source>
   <translation>Escriba el nombre.</translation>
  </message>
  <message>
   <location filename="../../app/core/keys.py" />
   <source>Type the recovery key once.</source>
   <translation>Escriba la clave de recuperación una vez.</translation>
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>Type the recovery key to go on, and tell IT.</source>
   <translation>Escriba la clave de recuperación para seguir y avise a Sistemas.</translation>
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Type the recovery key, or restore from a backup. Nothing was changed.</source>
   <translation>Escriba la clave de recuperación o restaure una copia de seguridad. No se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Type the second one again.</source>
   <translation>Escriba la segunda otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Type the time as {example}.</source>
   <translation>Escriba la hora como {example}.</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Type the year as {example}.</source>
   <translation>Escriba el año como {example}.</translation>
  </message>
  <message>
   <location filename="../../app/cli/opening.py" />
   <source>Type them again.</source>
   <translation>Escríbalos otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/forms.py" />
   <source>Type to find</source>
   <translation>Escriba para buscar</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/checking.py" />
   <source>Type what is missing.</source>
   <translation>Escriba lo que falta.</translation>
  </message>
  <message>
   <location filename="../../app/shell/palette.py" />
   <source>Type what you want to do, or a name</source>
   <translation>Escriba lo que quiere hacer, o un nombre</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>Type your password now.</source>
   <translation>Escriba ahora su contraseña.</translation>
  </message>
  <message>
   <location filename="../../app/shell/sign_in.py" />
   <source>Type your password.</source>
   <translation>Escriba su contraseña.</translation>
  </message>
  <message>
   <location filename="../../app/shell/sign_in.py" />
   <source>Type your user name.</source>
   <translation>Escriba su usuario.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Ukrainian</source>
   <translation>Ucraniano</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>Under 18: a responsible party is needed</source>
   <translation>Menor de 18: hace falta una persona responsable</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Under-scheduled</source>
   <translation>Con visitas de menos</translation>
  </message>
  <message>
   <location filename="../../app/shell/status.py" />
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>Undo the last deed</source>
   <translation>Deshacer lo último</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Unit</source>
   <translation>Unidad</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>Unlock</source>
   <translation>Desbloquear</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Until</source>
   <translation>Hasta</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>Until which &amp;day</source>
   <translation>Has&amp;ta qué día</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>Until which day</source>
   <translation>Hasta qué día</translation>
  </message>
  <message>
   <location filename="../../app/documents/viewmodel/papers.py" />
   <source>Until {day}</source>
   <translation>Hasta el {day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>Up to {day}</source>
   <translation>Hasta {day}</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Update Frontdesk on this computer.</source>
   <translation>Actualice Frontdesk en este equipo.</translation>
  </message>
  <message>
   <location filename="../../app/migrations/standing.py" />
   <source>Update Frontdesk on this computer. Nothing was read or changed.</source>
   <translation>Actualice Frontdesk en este equipo. No se leyó ni se cambió nada.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Urdu</source>
   <translation>Urdu</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>Use PIN instead</source>
   <translation>Usar el PIN</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Use a name such as America/Los_Angeles.</source>
   <translation>Use un nombre como America/Los_Angeles.</translation>
  </message>
  <message>
   <location filename="../../app/core/restore.py" />
   <source>Use a newer backup, or say that these entries may be lost and enter them again.</source>
   <translation>Use una copia más nueva, o diga que esos asientos se pueden perder y anótelos otra vez.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>Use a role of its own for the program.</source>
   <translation>Use una función propia para el programa.</translation>
  </message>
  <message>
   <location filename="../../app/core/backup.py" />
   <source>Use an older one, and tell IT.</source>
   <translation>Use una anterior y avise a Sistemas.</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>Use password instead</source>
   <translation>Usar la contraseña</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Use the copy that lies with the newest backup.</source>
   <translation>Use la copia que está con la copia de seguridad más nueva.</translation>
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Use the file that lies beside this clinic's data.</source>
   <translation>Use el archivo que está junto a los datos de esta clínica.</translation>
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>Use the key it was made with.</source>
   <translation>Use la clave con que se hizo.</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Use this look</source>
   <translation>Usar este aspecto</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>User name</source>
   <translation>Usuario</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>User name and password do not fit.</source>
   <translation>El usuario y la contraseña no coinciden.</translation>
  </message>
  <message>
   <location filename="../../forms/staff/cosign.ui" />
   <source>User name of your colleague</source>
   <translation>Usuario de su colega</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>User name: {user}   Password: {password}</source>
   <translation>Usuario: {user}   Contraseña: {password}</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Usual clinic</source>
   <translation>Local habitual</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>Utilization</source>
   <translation>Ocupación</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>VA community care</source>
   <translation>VA en la comunidad</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_data.py" />
   <source>Verify now</source>
   <translation>Verificar ahora</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>Very soon</source>
   <translation>Muy pronto</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Vietnamese</source>
   <translation>Vietnamita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>Violet</source>
   <translation>Violeta</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Visit</source>
   <translation>Visita</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/steps.py" />
   <source>Visit of {name} ended</source>
   <translation>Terminó la visita de {name}</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Visit t&amp;ype</source>
   <translation>&amp;Tipo de visita</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>Visit type</source>
   <translation>Tipo de visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/__init__.py" />
   <source>Visit types</source>
   <translation>Tipos de visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>Visit {number}</source>
   <translation>Visita {number}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>Visit {number} of the week</source>
   <translation>Visita {number} de la semana</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Visit · with</source>
   <translation>Visita · con</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Visits</source>
   <translation>Visitas</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>Visits a wee&amp;k</source>
   <translation>Visitas &amp;por semana</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/plan.ui" />
   <source>Visits a week</source>
   <translation>Visitas por semana</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Visits after the last day</source>
   <translation>Visitas después del último día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>Visits are booked on these days.</source>
   <translation>Hay visitas reservadas en estos días.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/room.ui" />
   <source>Visits at a time</source>
   <translation>Visitas a la vez</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Visits attended</source>
   <translation>Visitas hechas</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Visits attended / visits scheduled today.</source>
   <translation>Visitas atendidas / visitas de hoy en la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Visits authorized</source>
   <translation>Visitas autorizadas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>Visits booked</source>
   <translation>Visitas reservadas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Visits by time</source>
   <translation>Visitas por hora</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/table.py" />
   <source>Visits of the day</source>
   <translation>Visitas del día</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/change.py" />
   <source>Visits of the series</source>
   <translation>Visitas de la serie</translation>
  </message>
  <message>
   <location filename="../../forms/shell/practitioner.ui" />
   <source>Visits side by side</source>
   <translation>Visitas a la vez</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>Visits that are booked on these days: {count}.</source>
   <translation>Visitas reservadas en estos días: {count}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Visits that did not happen</source>
   <translation>Visitas que no se hicieron</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/rehoming.py" />
   <source>Visits that need another time</source>
   <translation>Citas que necesitan otra hora</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/rehoming.py" />
   <source>Visits without a time</source>
   <translation>Citas sin hora</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/day_sheet.py" />
   <source>Visits: {visits}, {first} to {last}.</source>
   <translation>Visitas: {visits}, de {first} a {last}.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Voicemail</source>
   <translation>Buzón de voz</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>Void</source>
   <translation>Anulado</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/undo.py" />
   <source>Void the receipt first.</source>
   <translation>Anule primero el recibo.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Void: it stays to be seen, and no accounting has it</source>
   <translation>Anular: sigue a la vista, y ninguna rendición de cuentas la incluye</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Void: {reason}</source>
   <translation>Anulado: {reason}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Void…</source>
   <translation>Anular…</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>W left unseen</source>
   <translation>W se fue sin atención</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>W&amp;ed</source>
   <translation>M&amp;ié</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>WHAT</source>
   <translation>QUÉ</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/waive.ui" />
   <source>Wai&amp;ved because</source>
   <translation>Moti&amp;vo del perdón</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Wait</source>
   <translation>Espera</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/viewmodel.py" />
   <source>Wait a moment.</source>
   <translation>Espere un momento.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>Wait from arrival to taken back: median {median} min, nine in ten at most {most}, longest {longest}.</source>
   <translation>Espera desde la llegada hasta pasar a sala: mediana {median} min, nueve de cada diez {most} como máximo, la más larga {longest}.</translation>
  </message>
  <message>
   <location filename="../../app/shell/sign_in.py" />
   <source>Wait {seconds} s</source>
   <translation>Espere {seconds} s</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Wait: minutes from arrival to taken back.</source>
   <translation>Espera: minutos desde la llegada hasta pasar a sala.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/table.py" />
   <source>Waiting</source>
   <translation>Esperando</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>Waitlist</source>
   <translation>Lista de espera</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/section.py" />
   <source>Waits for nothing.</source>
   <translation>No espera nada.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Waive a paper</source>
   <translation>Dispensar un documento</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/attendance.py" />
   <source>Waive an absence</source>
   <translation>Perdonar una ausencia</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/absences.py" />
   <source>Waive it</source>
   <translation>Perdonarla</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>Waived a required document: {item_code}</source>
   <translation>Dispensó un documento requerido: {item_code}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>Waived an absence: {waive_code}</source>
   <translation>Perdonó una ausencia: {waive_code}</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/waive.ui" />
   <source>Waived because</source>
   <translation>Motivo del perdón</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/absences.py" />
   <source>Waived: it is written down and does not count.</source>
   <translation>Perdonada: queda escrita y no se cuenta.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/attendance.py" />
   <source>Waived: {name}</source>
   <translation>Perdonada: {name}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Waive…</source>
   <translation>Dispensar…</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>Walk-in</source>
   <translation>Sin cita</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>Warn at the absence number</source>
   <translation>Advertir en la ausencia</translation>
  </message>
  <message>
   <location filename="../../app/privacy/queries/access.py" />
   <source>Was refused</source>
   <translation>Fue rechazado</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>We ask {payer} for time until {day}.</source>
   <translation>Pedimos a {payer} plazo hasta el {day}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>We ask {payer} for {count} more visits, and for time until {day}.</source>
   <translation>Pedimos a {payer} {count} visitas más, y plazo hasta el {day}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>We ask {payer} for {count} more visits.</source>
   <translation>Pedimos a {payer} {count} visitas más.</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/series.ui" />
   <source>Wed</source>
   <translation>mié</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Wednesday</source>
   <translation>miércoles</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Week</source>
   <translation>Semana</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/sheets.py" />
   <source>Week of {name}</source>
   <translation>Semana de {name}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sheets.py" />
   <source>Week of {name} – from {day} · {location}</source>
   <translation>Semana de {name} – desde {day} · {location}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Week · {first} to {last}</source>
   <translation>Semana · del {first} al {last}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Weeks by date</source>
   <translation>Semanas por fecha</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Welcome</source>
   <translation>Le damos la bienvenida</translation>
  </message>
  <message>
   <location filename="../../app/privacy/viewmodel.py" />
   <source>Well-known person</source>
   <translation>Persona conocida</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>Wh&amp;ere</source>
   <translation>Dó&amp;nde</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>Wh&amp;y</source>
   <translation>Por q&amp;ué</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>What a patient is told who asks to whom we gave something</source>
   <translation>Lo que se le dice a un paciente que pregunta a quién dimos algo</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/visits.py" />
   <source>What became of this visit is not known. It was taken as booked.</source>
   <translation>No se sabe qué pasó con esta visita. Se tomó como reservada.</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/review.ui" />
   <source>What did you &amp;find?</source>
   <translation>¿Qué en&amp;contró?</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>What did you find?</source>
   <translation>¿Qué encontró?</translation>
  </message>
  <message>
   <location filename="../../forms/patients/caller.ui" />
   <source>What does the caller &amp;say?</source>
   <translation>¿Qué &amp;dice quien llama?</translation>
  </message>
  <message>
   <location filename="../../forms/patients/caller.ui" />
   <source>What does the caller say?</source>
   <translation>¿Qué dice quien llama?</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>What happened</source>
   <translation>Qué pasó</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/episode.ui" />
   <source>What is &amp;treated, in a few words</source>
   <translation>Qué se &amp;trata, en pocas palabras</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>What is due cannot be below nothing.</source>
   <translation>Lo que se debe no puede ser menos que nada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/series.py" />
   <source>What is over or under way is not changed.</source>
   <translation>Lo que ya pasó o está en curso no se cambia.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>What is still missing goes to the Documents worklist.</source>
   <translation>Lo que falta pasa a la lista de pendientes Documentos.</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/episode.ui" />
   <source>What is treated, in a few words</source>
   <translation>Qué se trata, en pocas palabras</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>What is treated?</source>
   <translation>¿Qué se trata?</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/rooms.py" />
   <source>What it is</source>
   <translation>Qué es</translation>
  </message>
  <message>
   <location filename="../../forms/exchange/import.ui" />
   <source>What its rows are</source>
   <translation>Qué son sus filas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>What the columns have no room for</source>
   <translation>Lo que no cabe en las columnas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/attendance.py" />
   <source>What this absence means has changed a moment ago.</source>
   <translation>Lo que significa esta ausencia cambió hace un momento.</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/disclosure.ui" />
   <source>What was &amp;told</source>
   <translation>Qué se &amp;informó</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>What was authorized</source>
   <translation>Lo que se autorizó</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>What was done until now stays.</source>
   <translation>Lo hecho hasta ahora queda.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>What was here before is kept as {file}.</source>
   <translation>Lo que había antes se guarda como {file}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>What was told</source>
   <translation>Qué se informó</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>What was told?</source>
   <translation>¿Qué se informó?</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>What we ask for</source>
   <translation>Lo que pedimos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>What we gave to others about you.</source>
   <translation>Lo que dimos a otros sobre usted.</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>What you typed is kept.</source>
   <translation>Lo que usted escribió se conserva.</translation>
  </message>
  <message>
   <location filename="../../app/shell/crash.py" />
   <source>What you typed is still here, and what was saved is safe. Go on; if it happens again, tell IT this number.</source>
   <translation>Lo que usted escribió sigue aquí, y lo guardado está a salvo. Siga; si pasa otra vez, dé este número a Sistemas.</translation>
  </message>
  <message>
   <location filename="../../app/runner/bridge.py" />
   <source>What you typed is still here. Try again.</source>
   <translation>Lo que usted escribió sigue aquí. Intente de nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/hours.py" />
   <source>What {name} treats is kept.</source>
   <translation>Lo que trata {name} está guardado.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Where</source>
   <translation>Dónde</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>Where day and month may be swapped, the month is read first.</source>
   <translation>Donde el día y el mes pueden estar cambiados, el mes se lee primero.</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>Where shall it go?</source>
   <translation>¿Dónde se guarda?</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Where the recovery key is kept</source>
   <translation>Dónde se guarda la clave de recuperación</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>Which</source>
   <translation>Cuál</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>Which location? Yours are: {codes}.</source>
   <translation>¿Qué local? Los suyos son: {codes}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>White</source>
   <translation>Blanca</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/access.py" />
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/actions/filling.py" />
   <source>Who accepts is booked into the hole.</source>
   <translation>A quien acepta se le reserva el hueco.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/caller.py" />
   <source>Who is calling?</source>
   <translation>¿Quién llama?</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/person.py" />
   <source>Who is it: name, birth date, phone, MRN</source>
   <translation>Quién es: nombre, nacimiento, teléfono, MRN</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/visit_type.ui" />
   <source>Who may do it; nobody ticked: everybody</source>
   <translation>Quién puede hacerla; nadie marcado: todos</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/drawers.py" />
   <source>Who pays</source>
   <translation>Quién paga</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Who saw it…</source>
   <translation>Quién lo vio…</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/access.py" />
   <source>Who saw this record</source>
   <translation>Quién vio este expediente</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Who was told?</source>
   <translation>¿A quién se le informó?</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/hours.py" />
   <source>Who works here</source>
   <translation>Quién trabaja aquí</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Who, when</source>
   <translation>Quién, cuándo</translation>
  </message>
  <message>
   <location filename="../../app/patients/queries/glass.py" />
   <source>Whoever opens it says why and signs; the privacy office looks at each time.</source>
   <translation>Quien lo abre dice por qué y firma; la oficina de privacidad revisa cada vez.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/record.py" />
   <source>Whole record</source>
   <translation>Expediente completo</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Whom to call</source>
   <translation>A quién llamar</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>Whom to call, and why</source>
   <translation>A quién llamar, y por qué</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/cards.py" />
   <source>Whose card</source>
   <translation>De quién es la tarjeta</translation>
  </message>
  <message>
   <location filename="../../forms/exchange/import.ui" />
   <source>Whose numbers are trusted (commas between)</source>
   <translation>De quién son los números de confianza (separados por comas)</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>Why</source>
   <translation>Por qué</translation>
  </message>
  <message>
   <location filename="../../forms/payments/take.ui" />
   <source>Why after the day was closed</source>
   <translation>Motivo para cobrar con el día cerrado</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/glass.ui" />
   <source>Why do you open it?</source>
   <translation>¿Por qué lo abre?</translation>
  </message>
  <message>
   <location filename="../../forms/patients/reason.ui" />
   <source>Why do you open this record</source>
   <translation>Por qué abre este expediente</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>Why is it not needed for this visit?</source>
   <translation>¿Por qué no hace falta en esta visita?</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>Why it is booked all the &amp;same</source>
   <translation>Motivo para reservar de todos &amp;modos</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/booking.ui" />
   <source>Why it is booked all the same</source>
   <translation>Motivo para reservar de todos modos</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Why it stays open</source>
   <translation>Por qué sigue abierto</translation>
  </message>
  <message>
   <location filename="../../app/payments/view/paying.py" />
   <source>Why not now</source>
   <translation>Por qué no ahora</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Why not ready</source>
   <translation>Por qué no está lista</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/block.ui" />
   <source>Why over booked &amp;visits</source>
   <translation>Motivo pese a &amp;visitas reservadas</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/block.ui" />
   <source>Why over booked visits</source>
   <translation>Motivo pese a visitas reservadas</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>Why the day is opened again</source>
   <translation>Por qué se abre el día otra vez</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/keep.ui" />
   <source>Why they stay</source>
   <translation>Por qué se quedan</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Why was it not taken?</source>
   <translation>¿Por qué no se cobró?</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/steps.py" />
   <source>Why was this visit lost?</source>
   <translation>¿Por qué se perdió esta visita?</translation>
  </message>
  <message>
   <location filename="../../forms/reports/end_of_day.ui" />
   <source>Why you need the names</source>
   <translation>Por qué necesita los nombres</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>With</source>
   <translation>Con</translation>
  </message>
  <message>
   <location filename="../../forms/episodes/episode.ui" />
   <source>With &amp;whom</source>
   <translation>Con &amp;quién</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>With AM or PM the hour goes from 1 to 12.</source>
   <translation>Con AM o PM la hora va de 1 a 12.</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>With wh&amp;om; nobody ticked: anyone</source>
   <translation>Con &amp;quién; sin marcar: cualquiera</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/finder.py" />
   <source>With whom</source>
   <translation>Con quién</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>With whom, or what they t&amp;reat</source>
   <translation>Con quién, o qué t&amp;rata</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/finder.ui" />
   <source>With whom, or what they treat</source>
   <translation>Con quién, o qué trata</translation>
  </message>
  <message>
   <location filename="../../forms/waitlist/entry.ui" />
   <source>With whom; nobody ticked: anyone</source>
   <translation>Con quién; sin marcar: cualquiera</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/rehoming.py" />
   <source>Without a time: {count} · with an offer: {offered}</source>
   <translation>Sin hora: {count} · con oferta: {offered}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sign_in.py" />
   <source>Without names · a signed strip is kept like any record · printed {when} by {who}</source>
   <translation>Sin nombres · una tira firmada se guarda como todo expediente · impreso el {when} por {who}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>Without names · shred today · printed {when} by {who}</source>
   <translation>Sin nombres · triturar hoy · impreso el {when} por {who}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>Without treatment, payment and operations, without what you signed for or were given yourself.</source>
   <translation>Sin tratamiento, pago ni operaciones, y sin lo que usted autorizó o recibió.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Work e-mail</source>
   <translation>Correo del trabajo</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/wording.py" />
   <source>Work phone</source>
   <translation>Teléfono del trabajo</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>Workers' compensation: the employer is needed</source>
   <translation>Compensación laboral: hace falta el empleador</translation>
  </message>
  <message>
   <location filename="../../app/insurance/rules.py" />
   <source>Workers’ compensation</source>
   <translation>Compensación laboral</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/__init__.py" />
   <source>Working hours</source>
   <translation>Horario de trabajo</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap/__init__.py" />
   <source>Worklists</source>
   <translation>Pendientes</translation>
  </message>
  <message>
   <location filename="../../forms/shell/practitioner.ui" />
   <source>Works at</source>
   <translation>Trabaja en</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/traits.py" />
   <source>Write both.</source>
   <translation>Escriba los dos.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/comparing.py" />
   <source>Write column=field with one of these fields: {fields}.</source>
   <translation>Escriba columna=campo con uno de estos campos: {fields}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/written.py" />
   <source>Write fewer, longer ones.</source>
   <translation>Escriba menos y más largos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/week.py" />
   <source>Write hours like 8-12, 1-5. Nothing: closed.</source>
   <translation>Escriba las horas así: 8-12, 1-5. Vacío: cerrado.</translation>
  </message>
  <message>
   <location filename="../../app/cli/setting_up.py" />
   <source>Write it as postgresql://role@host/name.</source>
   <translation>Escríbala como postgresql://role@host/name.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>Write it down</source>
   <translation>Anotarlo</translation>
  </message>
  <message>
   <location filename="../../app/episodes/actions.py" />
   <source>Write it in a few words, e.g. right knee.</source>
   <translation>Escríbalo en pocas palabras, p. ej. rodilla derecha.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/caller.py" />
   <source>Write it in a few words.</source>
   <translation>Escríbala en pocas palabras.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/attendance.py" />
   <source>Write it, or take the fee away.</source>
   <translation>Escríbalo, o quite el cargo.</translation>
  </message>
  <message>
   <location filename="../../app/privacy/actions.py" />
   <source>Write the name.</source>
   <translation>Escriba el nombre.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/rules/written.py" />
   <source>Write them like this: 8-12, 1-5</source>
   <translation>Escríbalo así: 8-12, 1-5</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Write what happened.</source>
   <translation>Escriba qué pasó.</translation>
  </message>
  <message>
   <location filename="../../app/checklists/actions.py" />
   <source>Write why in a few words.</source>
   <translation>Escriba el motivo en pocas palabras.</translation>
  </message>
  <message>
   <location filename="../../app/patients/queries/record.py" />
   <source>Write why you open the record.</source>
   <translation>Escriba por qué abre el expediente.</translation>
  </message>
  <message>
   <location filename="../../app/payments/actions.py" />
   <source>Write why, or take it tomorrow.</source>
   <translation>Escriba el motivo, o cóbrelo mañana.</translation>
  </message>
  <message>
   <location filename="../../app/documents/actions.py" />
   <source>Write why.</source>
   <translation>Escriba el motivo.</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/notes.py" />
   <source>Wrote a note</source>
   <translation>Escribió una nota</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/visits.py" />
   <source>Wrote a note on a visit</source>
   <translation>Escribió una nota en una visita</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>X</source>
   <translation>X</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/year.ui" />
   <source>Year</source>
   <translation>Año</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/languages.py" />
   <source>Yiddish</source>
   <translation>Yidis</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_page.py" />
   <source>You</source>
   <translation>Usted</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>You have no PIN any more.</source>
   <translation>Ya no tiene PIN.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>You need it when</source>
   <translation>La necesita cuando</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/glass.ui" />
   <source>Your &amp;password once more</source>
   <translation>Su &amp;contraseña otra vez</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Your PIN is set.</source>
   <translation>Su PIN está fijado.</translation>
  </message>
  <message>
   <location filename="../../app/staff/queries.py" />
   <source>Your account is closed.</source>
   <translation>Su cuenta está cerrada.</translation>
  </message>
  <message>
   <location filename="../../app/shell/first_run.py" />
   <source>Your clinic</source>
   <translation>Su clínica</translation>
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>Your director can give you a new password.</source>
   <translation>La dirección puede darle una contraseña nueva.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sign_in.py" />
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Your next visits</source>
   <translation>Sus próximas visitas</translation>
  </message>
  <message>
   <location filename="../../forms/shell/pin.ui" />
   <source>Your password</source>
   <translation>Su contraseña</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>Your password is changed.</source>
   <translation>Su contraseña ha cambiado.</translation>
  </message>
  <message>
   <location filename="../../forms/privacy/glass.ui" />
   <source>Your password once more</source>
   <translation>Su contraseña otra vez</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>Your record was given to nobody.</source>
   <translation>Su expediente no se dio a nadie.</translation>
  </message>
  <message>
   <location filename="../../app/core/access.py" />
   <source>Your role does not allow this.</source>
   <translation>Su función no permite esto.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>Your role does not book visits.</source>
   <translation>Su función no reserva visitas.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/scanning.py" />
   <source>Your role does not change this record.</source>
   <translation>Su función no cambia este expediente.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/sheets.py" />
   <source>Your role does not print the schedule.</source>
   <translation>Su función no imprime la agenda.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/asking.py" />
   <source>Your role does not set rules aside.</source>
   <translation>Su función no deja reglas de lado.</translation>
  </message>
  <message>
   <location filename="../../app/core/access.py" />
   <source>Your role needs a reason for this.</source>
   <translation>Su función necesita un motivo para esto.</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>Your role sees this record only in part.</source>
   <translation>Su función ve este expediente solo en parte.</translation>
  </message>
  <message>
   <location filename="../../forms/patients/registration.ui" />
   <source>ZIP</source>
   <translation>Código ZIP</translation>
  </message>
  <message>
   <location filename="../../forms/shell/location.ui" />
   <source>ZIP code</source>
   <translation>Código ZIP</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/canvas.py" />
   <source>Zoom {percent} %</source>
   <translation>Tamaño {percent} %</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>a CSV with two columns: numbers of one person</source>
   <translation>un CSV con dos columnas: números de una misma persona</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>a backup is opened on another computer</source>
   <translation>se abre una copia de seguridad en otro equipo</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>a colleague's record</source>
   <translation>expediente de un colega</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>a day sooner</source>
   <translation>un día antes</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>a location of theirs; may be repeated</source>
   <translation>un local de la persona; se puede repetir</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>a short code for it</source>
   <translation>un código corto para él</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>about a mile</source>
   <translation>una milla más o menos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>about {miles} miles</source>
   <translation>unas {miles} millas</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>absences {count}</source>
   <translation>ausencias {count}</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>accounts</source>
   <translation>cuentas</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>add an account</source>
   <translation>agregar una cuenta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/pinboard.py" />
   <source>again: {type}</source>
   <translation>otra vez: {type}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/record.py" />
   <source>and {count} more below</source>
   <translation>y {count} más abajo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sections.py" />
   <source>and {count} more, page {page}</source>
   <translation>y {count} más, página {page}</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>another folder than the usual one</source>
   <translation>otra carpeta que la habitual</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>any day</source>
   <translation>cualquier día</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/cells.py" />
   <source>ask</source>
   <translation>preguntar</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/day.py" />
   <source>at next visit, {day}</source>
   <translation>en la próxima visita, {day}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>authorized visits left {count}</source>
   <translation>visitas autorizadas restantes {count}</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>bring the data to this program, after a backup</source>
   <translation>llevar los datos a este programa, después de una copia de seguridad</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>built in</source>
   <translation>incluido</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/day.py" />
   <source>call: no next visit</source>
   <translation>llamar: sin próxima visita</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/finder.py" />
   <source>called {name}</source>
   <translation>le llaman {name}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>cancelled</source>
   <translation>cancelada</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>close an account</source>
   <translation>cerrar una cuenta</translation>
  </message>
  <message>
   <location filename="../../app/cli/people.py" />
   <source>closed</source>
   <translation>cerrado</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>co-pay</source>
   <translation>copago</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>cut here; the slip goes to the owner’s file</source>
   <translation>corte aquí; el talón va al archivo del dueño</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>did not come</source>
   <translation>no vino</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>dotted: still open</source>
   <translation>punteado: aún abierta</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>doubles</source>
   <translation>duplicados</translation>
  </message>
  <message>
   <location filename="../../app/kit/fields.py" />
   <source>e.g. 9:15 AM</source>
   <translation>p. ej. 9:15 AM</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>eight</source>
   <translation>ocho</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>even where entries that this desk saw are lost</source>
   <translation>aunque se pierdan asientos que este mostrador vio</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>fee at {count}: {late} late, {missed} missed</source>
   <translation>cargo con {count}: {late} tardía, {missed} no vino</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>filled</source>
   <translation>lleno</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>find the records of one person in a file, or across two, and measure it</source>
   <translation>buscar los registros de una misma persona en un archivo, o entre dos, y medirlo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>five</source>
   <translation>cinco</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>fold</source>
   <translation>doblar</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>for hl7 and fhir also a folder</source>
   <translation>para hl7 y fhir también una carpeta</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>four</source>
   <translation>cuatro</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/registration.py" />
   <source>from your search “{text}”</source>
   <translation>de su búsqueda “{text}”</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>from {day}</source>
   <translation>desde el {day}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>from {start}</source>
   <translation>desde las {start}</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>give an account a one-time password</source>
   <translation>dar a una cuenta una contraseña de un solo uso</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/away.py" />
   <source>hands, vestibular, pelvic floor</source>
   <translation>manos, vestibular, suelo pélvico</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>hidden</source>
   <translation>oculto</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>holds another offer</source>
   <translation>tiene otra oferta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>holds now</source>
   <translation>rige ahora</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/month.py" />
   <source>holes: {holes}</source>
   <translation>huecos: {holes}</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>how many visits one person had side by side</source>
   <translation>cuántas visitas tenía una persona a la vez</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>in a safe or bank box, not in this building’s server room</source>
   <translation>en una caja fuerte o de banco, no en el cuarto de servidores de este edificio</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>in a sealed envelope, signed across the flap</source>
   <translation>en un sobre sellado y firmado sobre el cierre</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>instead of {day}</source>
   <translation>en lugar del {day}</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>its time zone, such as America/Los_Angeles</source>
   <translation>su zona horaria, como America/Los_Angeles</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>late cancels {count}</source>
   <translation>cancelaciones tardías {count}</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>let an administrator in by the recovery key</source>
   <translation>dejar entrar a un administrador con la clave de recuperación</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>look for doubles in the clinic's own records now</source>
   <translation>buscar ahora duplicados en los expedientes de la clínica</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>look whether everything is in order</source>
   <translation>mirar si todo está en orden</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>look whether the journal is whole</source>
   <translation>mirar si la bitácora está completa</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>make a backup and read it back</source>
   <translation>hacer una copia de seguridad y leerla de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>make a new one today: Settings, Recovery key, Replace</source>
   <translation>haga una nueva hoy: Ajustes, Clave de recuperación, Reemplazar</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>make the demo clinic</source>
   <translation>hacer la clínica de muestra</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>measure</source>
   <translation>medir</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>member number</source>
   <translation>número de miembro</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>missed visits {count}</source>
   <translation>visitas perdidas {count}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>missing: {numbers}</source>
   <translation>faltan: {numbers}</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/day.py" />
   <source>mistake</source>
   <translation>equivocación</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>moved away</source>
   <translation>cambiada</translation>
  </message>
  <message>
   <location filename="../../app/shell/frame.py" />
   <source>names hidden</source>
   <translation>nombres ocultos</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>needs an interpreter</source>
   <translation>necesita intérprete</translation>
  </message>
  <message>
   <location filename="../../forms/schedule/absences.ui" />
   <source>never</source>
   <translation>nunca</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>never photographed, e-mailed, typed into notes, or kept with a backup</source>
   <translation>nunca en foto, correo o notas, ni junto a una copia de seguridad</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>nine</source>
   <translation>nueve</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>no</source>
   <translation>ninguna</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/cells.py" />
   <source>no birth date</source>
   <translation>sin fecha de nacimiento</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>no phone is known</source>
   <translation>no se conoce un teléfono</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>no visit within 30 days</source>
   <translation>sin visita en 30 días</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/cells.py" />
   <source>none</source>
   <translation>ninguno</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>none missing</source>
   <translation>no falta ninguno</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>not before {time}</source>
   <translation>no antes de las {time}</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/around.py" />
   <source>not filled</source>
   <translation>sin llenar</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>not reached before</source>
   <translation>antes no se le encontró</translation>
  </message>
  <message>
   <location filename="../../app/exchange/view.py" />
   <source>not read</source>
   <translation>no se lee</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>not signed yet</source>
   <translation>sin firmar todavía</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>not taken</source>
   <translation>no tomado</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>not yet: {what}</source>
   <translation>falta: {what}</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>not: {what}</source>
   <translation>no: {what}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>nothing booked ahead</source>
   <translation>nada reservado por delante</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>nothing breaks: data stays open on working desks</source>
   <translation>nada se rompe: los datos siguen abiertos en los mostradores</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of ${d}</source>
   <translation>de ${d}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>of these not signed yet</source>
   <translation>de ellas sin firmar</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of {late} late cancels, none was refilled</source>
   <translation>de {late} cancelaciones tardías, ninguna se ocupó de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of {late} late cancels, one was refilled</source>
   <translation>de {late} cancelaciones tardías, una se ocupó de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of {late} late cancels, {filled} were refilled</source>
   <translation>de {late} cancelaciones tardías, {filled} se ocuparon de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>offered until {time} by {name}</source>
   <translation>ofrecido hasta las {time} por {name}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>old backups still need the old key: make a new backup</source>
   <translation>las copias anteriores aún necesitan la clave anterior: haga una copia nueva</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>one</source>
   <translation>una</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one cancelled late</source>
   <translation>una se canceló tarde</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one left unseen</source>
   <translation>una persona se fue sin atención</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one patient did not show</source>
   <translation>un paciente no vino</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one was cancelled in time</source>
   <translation>una se canceló a tiempo</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>only show what would happen</source>
   <translation>solo mostrar qué pasaría</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>open a closed account again</source>
   <translation>abrir otra vez una cuenta cerrada</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>over</source>
   <translation>terminada</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>over by {time}</source>
   <translation>terminada a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>owes {money}</source>
   <translation>debe {money}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>own record</source>
   <translation>expediente propio</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>parted again</source>
   <translation>separado de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>postgresql://role@host/name, without a password</source>
   <translation>postgresql://función@equipo/nombre, sin contraseña</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>print one JSON object</source>
   <translation>imprimir un objeto JSON</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>put a backup back</source>
   <translation>restaurar una copia de seguridad</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>put visits at their wall times, after a zone's rules changed</source>
   <translation>poner las visitas a su hora de reloj, tras cambiar las reglas de una zona</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>read each password as a line of the input</source>
   <translation>leer cada contraseña como una línea de la entrada</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>read the recovery key as a line of the input</source>
   <translation>leer la clave de recuperación como una línea de la entrada</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>receipt {number}</source>
   <translation>recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>refused: {what}</source>
   <translation>rechazado: {what}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>restricted record</source>
   <translation>expediente restringido</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>review at {count}</source>
   <translation>revisión con {count}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>room {room}</source>
   <translation>sala {room}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/queries/people.py" />
   <source>row {row}</source>
   <translation>fila {row}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>same household</source>
   <translation>mismo hogar</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>say which column is what</source>
   <translation>decir qué columna es qué</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>set up a new clinic</source>
   <translation>preparar una clínica nueva</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>seven</source>
   <translation>siete</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>show the accounts</source>
   <translation>mostrar las cuentas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>shown to two people at most; write their names below</source>
   <translation>la ven dos personas como máximo; escriba sus nombres abajo</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>sign</source>
   <translation>signo</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>signed {day}</source>
   <translation>firmado el {day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>signs</source>
   <translation>signos</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/merge.py" />
   <source>since {day}</source>
   <translation>desde el {day}</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>since {time}</source>
   <translation>desde {time}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>six</source>
   <translation>seis</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>take digits out of names</source>
   <translation>quitar las cifras de los nombres</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>take every visit as still to come</source>
   <translation>tomar cada visita como aún por venir</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>take in another system's file: a CSV, HL7 messages, FHIR</source>
   <translation>recibir el archivo de otro sistema: un CSV, mensajes HL7, FHIR</translation>
  </message>
  <message>
   <location filename="../../app/exchange/actions/run.py" />
   <source>taken, look at it</source>
   <translation>se tomó, mírelo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>ten</source>
   <translation>diez</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the code of the location</source>
   <translation>el código del local</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the column with each record's own number</source>
   <translation>la columna con el número propio de cada registro</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the computer or its disk is replaced</source>
   <translation>se reemplaza el equipo o su disco</translation>
  </message>
  <message>
   <location filename="../../app/visits/queries/absences.py" />
   <source>the director looks at it</source>
   <translation>la revisa la dirección</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the director's account</source>
   <translation>la cuenta de la dirección</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the first account</source>
   <translation>la primera cuenta</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the length of a visit where the file has none</source>
   <translation>la duración de una visita donde el archivo no la tiene</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the name of the clinic or group</source>
   <translation>el nombre de la clínica o del grupo</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the name of the first location</source>
   <translation>el nombre del primer local</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the old key stops working; shred this sheet</source>
   <translation>la clave anterior deja de servir; destruya esta hoja</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>the one late cancel was not refilled</source>
   <translation>la única cancelación tardía no se ocupó de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>the one late cancel was refilled</source>
   <translation>la única cancelación tardía se ocupó de nuevo</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the only administrator is locked out</source>
   <translation>el único administrador no puede entrar</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the other system's name: its numbers are unique under it</source>
   <translation>el nombre del otro sistema: sus números son únicos bajo él</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the same with the role that owns the tables</source>
   <translation>lo mismo con la función dueña de las tablas</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the site file, where it is not the usual one</source>
   <translation>el archivo del sitio, si no es el habitual</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>the sixteen digits of a printed seal</source>
   <translation>las dieciséis cifras de un sello impreso</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the system forgot its saved passwords</source>
   <translation>el sistema olvidó sus contraseñas guardadas</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>their own therapist</source>
   <translation>su propio terapeuta</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>this day only</source>
   <translation>solo este día</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>this way only</source>
   <translation>solo por esta vía</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>this week lacks {count}</source>
   <translation>a esta semana le faltan {count}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>three</source>
   <translation>tres</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>ticked</source>
   <translation>marcado</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>to come</source>
   <translation>por venir</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/day.py" />
   <source>today</source>
   <translation>hoy</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>twin</source>
   <translation>gemelo</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>two</source>
   <translation>dos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>two minutes</source>
   <translation>dos minutos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>type the key from this sheet, not from the screen</source>
   <translation>escriba la clave de esta hoja, no de la pantalla</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>until {day}</source>
   <translation>hasta el {day}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>until {end}</source>
   <translation>hasta las {end}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>usual therapist</source>
   <translation>terapeuta de siempre</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>usually {low}–{high} %</source>
   <translation>por lo general {low}–{high} %</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/month.py" />
   <source>visits: {visits}</source>
   <translation>visitas: {visits}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>visits: {visits} · free: {free}</source>
   <translation>visitas: {visits} · libres: {free}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>visits: {visits} · {percent} % full</source>
   <translation>visitas: {visits} · al {percent} %</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>visits: {visits} · {percent} % full ({lanes} at a time)</source>
   <translation>visitas: {visits} · al {percent} % ({lanes} a la vez)</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/month.py" />
   <source>visits: {visits} · {percent} % full · holes: {holes}</source>
   <translation>visitas: {visits} · ocupación {percent} % · huecos: {holes}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/section.py" />
   <source>void: {reason}</source>
   <translation>anulado: {reason}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>waits since today</source>
   <translation>espera desde hoy</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>waits since yesterday</source>
   <translation>espera desde ayer</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>waits {days} days</source>
   <translation>espera {days} días</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/wording.py" />
   <source>waived {count}</source>
   <translation>perdonadas {count}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/cells.py" />
   <source>walk-in</source>
   <translation>sin cita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>warn at {count}</source>
   <translation>aviso con {count}</translation>
  </message>
  <message>
   <location filename="../../app/privacy/rules.py" />
   <source>was refused</source>
   <translation>fue rechazado</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>went into this record</source>
   <translation>pasó a este expediente</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>what they get it for</source>
   <translation>para qué lo recibe</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>who gets it: written down as a disclosure</source>
   <translation>quién lo recibe: se anota como divulgación</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>who gives numbers that are trusted (hl7, fhir); may be repeated</source>
   <translation>quién da números de confianza (hl7, fhir); se puede repetir</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>who signs as second person</source>
   <translation>quién firma como segunda persona</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>who signs in</source>
   <translation>quién inicia sesión</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>whose record</source>
   <translation>de quién es el expediente</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/day.py" />
   <source>will call</source>
   <translation>llamaremos</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>write a report as PDF</source>
   <translation>escribir un informe como PDF</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>write patients into a CSV, or one whole record as FHIR or PDF</source>
   <translation>escribir pacientes en un CSV, o un expediente completo en FHIR o PDF</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>write the pairs into a CSV</source>
   <translation>escribir las parejas en un CSV</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>write the recovery key as a PDF to print</source>
   <translation>escribir la clave de recuperación como PDF para imprimir</translation>
  </message>
  <message>
   <location filename="../../app/cli/commands.py" />
   <source>write what was said about rows</source>
   <translation>escribir lo que se dijo de las filas</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>{age} years</source>
   <translation>{age} años</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{all} visits, {ready} ready</source>
   <translation>{all} visitas, {ready} listas</translation>
  </message>
  <message>
   <location filename="../../app/visits/queries/absences.py" />
   <source>{amount} fee</source>
   <translation>cargo de {amount}</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>{amount} is owed from earlier visits.</source>
   <translation>Se deben {amount} de visitas anteriores.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>{born} · {visit} with {who} at {time}</source>
   <translation>{born} · {visit} con {who} a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{came} of {booked} visits were attended, {open} still open.</source>
   <translation>{came} de {booked} visitas atendidas, {open} sin cerrar.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{came} of {booked} visits were attended.</source>
   <translation>{came} de {booked} visitas atendidas.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/maintenance.py" />
   <source>{chore} with the recovery key: {outcome}</source>
   <translation>{chore} con la clave de recuperación: {outcome}</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/maintenance.py" />
   <source>{chore}: {outcome}</source>
   <translation>{chore}: {outcome}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{closed} Nothing was left open or unexplained.</source>
   <translation>{closed} Nada quedó abierto ni sin explicar.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{closed} The rest is explained on page {page}.</source>
   <translation>{closed} El resto se explica en la página {page}.</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/demographics.py" />
   <source>{code} is no code of this list.</source>
   <translation>{code} no es un código de esta lista.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{count} a week</source>
   <translation>{count} por semana</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} are here already and are completed.</source>
   <translation>{count} ya están aquí y se completan.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} are here already and stay as they are.</source>
   <translation>{count} ya están aquí y quedan como están.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} ask for nothing here and are passed over.</source>
   <translation>{count} no piden nada aquí y se pasan por alto.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} attended</source>
   <translation>{count} atendidas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>{count} booked</source>
   <translation>{count} reservadas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/leave.py" />
   <source>{count} booked past the {visits}, until {day}</source>
   <translation>{count} reservadas de más sobre {visits}, hasta el {day}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} cancelled earlier</source>
   <translation>{count} canceladas antes</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} cancelled late</source>
   <translation>{count} se cancelaron tarde</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} cannot be taken.</source>
   <translation>{count} no se pueden tomar.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} change somebody who is here.</source>
   <translation>{count} cambian a alguien que ya está.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} changed somebody who was here.</source>
   <translation>{count} cambiaron a alguien que ya estaba.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>{count} consents</source>
   <translation>{count} consentimientos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>{count} dates do not fit and are not decided.</source>
   <translation>{count} fechas no caben y están sin decidir.</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>{count} documents</source>
   <translation>{count} documentos</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} earlier</source>
   <translation>{count} antes</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>{count} entries, all that this desk saw</source>
   <translation>{count} asientos, todos los que vio este mostrador</translation>
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>{count} fields to correct: {fields}</source>
   <translation>{count} campos por corregir: {fields}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/finder.py" />
   <source>{count} found</source>
   <translation>{count} encontrados</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>{count} in order</source>
   <translation>{count} en orden</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>{count} kept back</source>
   <translation>{count} apartadas</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} late cancel</source>
   <translation>{count} con cancelación tardía</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} late cancels</source>
   <translation>{count} cancelaciones tardías</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} left</source>
   <translation>{count} se fueron</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} left unseen</source>
   <translation>{count} se fueron sin atención</translation>
  </message>
  <message>
   <location filename="../../app/cli/feeding.py" />
   <source>{count} lines about rows: {file}</source>
   <translation>{count} líneas sobre filas: {file}</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/alike.py" />
   <source>{count} look alike</source>
   <translation>{count} se parecen</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>{count} looks and deeds.</source>
   <translation>{count} consultas y acciones.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>{count} more are booked; ask us for the list.</source>
   <translation>Hay {count} más reservadas; pídanos la lista.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>{count} more lines</source>
   <translation>{count} líneas más</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/view/ladder.py" />
   <source>{count} more wait here and would not take it.</source>
   <translation>Otros {count} esperan aquí y no lo tomarían.</translation>
  </message>
  <message>
   <location filename="../../app/shell/lock.py" />
   <source>{count} more, then the password.</source>
   <translation>{count} más, luego la contraseña.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} no-show</source>
   <translation>{count} no vinieron</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} no-shows</source>
   <translation>{count} no vinieron</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>{count} not needed</source>
   <translation>{count} no hacen falta</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>{count} not signed</source>
   <translation>{count} sin firmar</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>{count} notes</source>
   <translation>{count} notas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{count} numbers missing</source>
   <translation>faltan {count} números</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} of them should be looked at.</source>
   <translation>Conviene mirar {count} de ellas.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{count} of {all}</source>
   <translation>{count} de {all}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{count} of {total} booked: {days}</source>
   <translation>{count} de {total} con cita: {days}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/leave.py" />
   <source>{count} offered</source>
   <translation>{count} ofrecidas</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/cells.py" />
   <source>{count} open</source>
   <translation>{count} por resolver</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{count} pairs in {file}</source>
   <translation>{count} parejas en {file}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{count} papers</source>
   <translation>{count} documentos</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{count} patients</source>
   <translation>{count} pacientes</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} patients did not show</source>
   <translation>{count} pacientes no vinieron</translation>
  </message>
  <message>
   <location filename="../../app/cli/handing.py" />
   <source>{count} patients in {file}</source>
   <translation>{count} pacientes en {file}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>{count} payments</source>
   <translation>{count} pagos</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>{count} plans</source>
   <translation>{count} planes</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>{count} points are open. Settle each, or say why not.</source>
   <translation>{count} puntos están abiertos. Resuelva cada uno, o diga por qué no.</translation>
  </message>
  <message>
   <location filename="../../app/visits/actions/days.py" />
   <source>{count} points are still open.</source>
   <translation>{count} puntos siguen abiertos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/hover.py" />
   <source>{count} points open</source>
   <translation>{count} puntos abiertos</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/asking.py" />
   <source>{count} points still need a word.</source>
   <translation>{count} puntos aún necesitan una palabra.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>{count} practitioners</source>
   <translation>{count} terapeutas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{count} receipts</source>
   <translation>{count} recibos</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{count} rows are not whole and were left out.</source>
   <translation>{count} filas no están completas y se dejaron fuera.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} rows were taken in as new.</source>
   <translation>{count} filas se tomaron como nuevas.</translation>
  </message>
  <message>
   <location filename="../../app/exchange/viewmodel.py" />
   <source>{count} rows will be taken in as new.</source>
   <translation>{count} filas se tomarán como nuevas.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} still open</source>
   <translation>{count} aún abiertas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{count} times to {last}</source>
   <translation>{count} opciones hasta las {last}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_in.py" />
   <source>{count} to settle</source>
   <translation>{count} por resolver</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/rules/merging.py" />
   <source>{count} visits</source>
   <translation>{count} visitas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/series.py" />
   <source>{count} visits are booked.</source>
   <translation>{count} visitas reservadas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>{count} visits do not fit and are not decided.</source>
   <translation>{count} visitas no caben y están sin decidir.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>{count} visits from {first} to {last} · {days}</source>
   <translation>{count} visitas del {first} al {last} · {days}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>{count} visits of the series cancelled</source>
   <translation>{count} visitas de la serie canceladas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/change.py" />
   <source>{count} visits of the series moved</source>
   <translation>{count} visitas de la serie movidas</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} visits still owe {money}.</source>
   <translation>{count} visitas aún deben {money}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} visits that did not happen</source>
   <translation>{count} visitas que no se hicieron</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} visits tomorrow are not ready.</source>
   <translation>{count} visitas de mañana no están listas.</translation>
  </message>
  <message>
   <location filename="../../app/cli/keeping.py" />
   <source>{count} visits were at another instant than their wall time says.</source>
   <translation>{count} visitas estaban en otro instante que el que dice su hora de reloj.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>{count} visits, all ready</source>
   <translation>{count} visitas, todas listas</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>{count} visits, {open} not ready</source>
   <translation>{count} visitas, {open} no listas</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>{count} waived</source>
   <translation>{count} dispensados</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} were cancelled in time</source>
   <translation>{count} se cancelaron a tiempo</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/worklists.py" />
   <source>{count} would take it</source>
   <translation>{count} lo tomarían</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>{count} would work</source>
   <translation>Trabajarían {count}</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/pane.py" />
   <source>{count} years</source>
   <translation>{count} años</translation>
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>{count} {script}</source>
   <translation>{count} {script}</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>{count} · latest first</source>
   <translation>{count} · la última primero</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>{count} · latest first · {loose} without a reason</source>
   <translation>{count} · la última primero · {loose} sin motivo</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>{count} · longest wait {minutes} min</source>
   <translation>{count} · espera más larga {minutes} min</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/items.py" />
   <source>{count} · next at {time}</source>
   <translation>{count} · la próxima a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>{date} is still to come.</source>
   <translation>{date} aún no llega.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>{days} days</source>
   <translation>{days} días</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{days} days sooner</source>
   <translation>{days} días antes</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>{days} every week (weeks start on Monday)</source>
   <translation>{days} cada semana (la semana empieza el lunes)</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>{days} every {weeks} weeks (weeks start on Monday)</source>
   <translation>{days} cada {weeks} semanas (la semana empieza el lunes)</translation>
  </message>
  <message>
   <location filename="../../app/privacy/view/glass.py" />
   <source>{day} at {time}</source>
   <translation>{day} a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/holidays.py" />
   <source>{day} is no public holiday.</source>
   <translation>El {day} no es día festivo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/overrides.py" />
   <source>{day} · {time} · {practitioner}</source>
   <translation>{day} · {time} · {practitioner}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>{day}, {time}</source>
   <translation>{day}, {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/outside.py" />
   <source>{day}, {time} with {practitioner}</source>
   <translation>{day}, {time} con {practitioner}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/hover.py" />
   <source>{day}, {time}, {minutes} min</source>
   <translation>{day}, {time}, {minutes} min</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/span.py" />
   <source>{day}, {words}</source>
   <translation>{day}, {words}</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>{day}, {year}</source>
   <translation>{day} de {year}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/viewmodel.py" />
   <source>{day}: both records have a visit at the same time</source>
   <translation>{day}: ambos expedientes tienen una visita a la misma hora</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>{field}: {ours} → {card}</source>
   <translation>{field}: {ours} → {card}</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{file} has about {count:,} rows; up to {most:,} can be compared at once.</source>
   <translation>{file} tiene unas {count:,} filas; se pueden comparar hasta {most:,} a la vez.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{file} has no column {column}.</source>
   <translation>{file} no tiene la columna {column}.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{file} has no rows.</source>
   <translation>{file} no tiene filas.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{file} names no two records of these files.</source>
   <translation>{file} no nombra dos registros de estos archivos.</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{file} needs two columns with the numbers of records.</source>
   <translation>{file} necesita dos columnas con los números de los registros.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/extension.py" />
   <source>{first} to {last}</source>
   <translation>{first} a {last}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>{first} to {last} · rows {a}–{b} of {all}</source>
   <translation>{first} a {last} · filas {a}–{b} de {all}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/spans.py" />
   <source>{first} – {last}</source>
   <translation>{first} – {last}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/sections.py" />
   <source>{first}–{last} of {all}</source>
   <translation>{first}–{last} de {all}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/finder.py" />
   <source>{here} + about {miles} mi</source>
   <translation>{here} + unas {miles} mi</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/setup.py" />
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/types.py" />
   <source>{hours} h ahead</source>
   <translation>con {hours} h de antelación</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/absences.py" />
   <source>{hours} h before · {days} days</source>
   <translation>{hours} h antes · {days} días</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>{hours} hours old: {name}</source>
   <translation>{hours} horas: {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>{kind}: {left} of {count} to come</source>
   <translation>{kind}: faltan {left} de {count}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/leave.py" />
   <source>{left} of {visits} left, until {day}</source>
   <translation>Quedan {left} de {visits}, hasta el {day}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>{location}: federal holidays and those of {state}.</source>
   <translation>{location}: días festivos federales y los de {state}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/setup/holidays.py" />
   <source>{location}: federal holidays; its address names no state.</source>
   <translation>{location}: días festivos federales; su dirección no indica el estado.</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>{method} ending in {digits}</source>
   <translation>{method} terminada en {digits}</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/receipt.py" />
   <source>{method} no. {number}</source>
   <translation>{method} n.º {number}</translation>
  </message>
  <message>
   <location filename="../../app/payments/viewmodel/money.py" />
   <source>{method} {amount}</source>
   <translation>{method} {amount}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{method}, {count}</source>
   <translation>{method}, {count}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/day_sheet.py" />
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/finder.py" />
   <source>{minutes} min, as usual</source>
   <translation>{minutes} min, usual</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{minutes} minutes</source>
   <translation>{minutes} minutos</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>{minutes} minutes fit</source>
   <translation>caben {minutes} minutos</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>{months} months</source>
   <translation>{months} meses</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>{month} has {days} days. Is it {date}?</source>
   <translation>{month} tiene {days} días. ¿Es {date}?</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>{month} {day}, {year}</source>
   <translation>{day} de {month} de {year}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/month.py" />
   <source>{month} {year}</source>
   <translation>{month} de {year}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/skills.py" />
   <source>{most} skills have room.</source>
   <translation>Caben {most} especialidades.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>{moved}. Less than {hours} hours before: counts as kept</source>
   <translation>{moved}. Menos de {hours} horas antes: cuenta como cumplida</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/facts.py" />
   <source>{name} ({kind})</source>
   <translation>{name} ({kind})</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/steps.py" />
   <source>{name} arrived</source>
   <translation>{name} llegó</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/attendance.py" />
   <source>{name} did not come</source>
   <translation>{name} no vino</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/today.py" />
   <source>{name} has gone on meanwhile: {state}.</source>
   <translation>Entretanto {name} ha avanzado: {state}.</translation>
  </message>
  <message>
   <location filename="../../app/visits/viewmodel/steps.py" />
   <source>{name} is in the room</source>
   <translation>{name} está en sala</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/columns.py" />
   <source>{name} is no field that can be filled, or two columns fill it.</source>
   <translation>{name} no es un campo que se pueda llenar, o dos columnas lo llenan.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>{name} left unseen</source>
   <translation>{name} se fue sin atención</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/second_person.py" />
   <source>{name} may not agree to this.</source>
   <translation>{name} no puede autorizar esto.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/offered.py" />
   <source>{name} offered this time to somebody who waits, until {time}.</source>
   <translation>{name} ofreció esta hora a alguien que espera, hasta las {time}.</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/second_person.py" />
   <source>{name} signed as second person ({permission})</source>
   <translation>{name} firmó como segunda persona ({permission})</translation>
  </message>
  <message>
   <location filename="../../app/cli/people.py" />
   <source>{name} signs in with the new password.</source>
   <translation>{name} inicia sesión con la contraseña nueva.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{name} too</source>
   <translation>También {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{name} too, about {miles} miles</source>
   <translation>También {name}, unas {miles} millas</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/privacy.py" />
   <source>{name} · MRN {mrn}</source>
   <translation>{name} · MRN {mrn}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/view/section.py" />
   <source>{name}, MRN {mrn}</source>
   <translation>{name}, MRN {mrn}</translation>
  </message>
  <message>
   <location filename="../../app/cli/dedupe.py" />
   <source>{name}: {pairs} pairs, precision {precision}, recall {recall}, F1 {f1}</source>
   <translation>{name}: {pairs} parejas, precisión {precision}, exhaustividad {recall}, F1 {f1}</translation>
  </message>
  <message>
   <location filename="../../app/reports/viewmodel/output.py" />
   <source>{number} went to the printer {printer}.</source>
   <translation>{number} se envió a la impresora {printer}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>{number} · COPY {copy}</source>
   <translation>{number} · COPIA {copy}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{n} of {d}</source>
   <translation>{n} de {d}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{n} of {d} h</source>
   <translation>{n} de {d} h</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/papers.py" />
   <source>{often} a week for {weeks} weeks</source>
   <translation>{often} por semana durante {weeks} semanas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/care.py" />
   <source>{often} a week for {weeks} weeks, until {day}</source>
   <translation>{often} por semana durante {weeks} semanas, hasta el {day}</translation>
  </message>
  <message>
   <location filename="../../app/duplicates/queries/standing.py" />
   <source>{one} and {other}</source>
   <translation>{one} y {other}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>{one} and {other} changed places</source>
   <translation>{one} y {other} cambiaron de lugar</translation>
  </message>
  <message>
   <location filename="../../app/patients/actions/caller.py" />
   <source>{outcome}</source>
   <translation>{outcome}</translation>
  </message>
  <message>
   <location filename="../../app/documents/view/pane.py" />
   <source>{page}, {zoom} %</source>
   <translation>{page}, {zoom} %</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>{paper} ended {date}</source>
   <translation>{paper}: venció el {date}</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>{paper} ends {date}</source>
   <translation>{paper}: vence el {date}</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>{paper} is missing</source>
   <translation>Falta: {paper}</translation>
  </message>
  <message>
   <location filename="../../app/readiness/rules.py" />
   <source>{paper}: waived by {name}.</source>
   <translation>{paper}: dispensado por {name}.</translation>
  </message>
  <message>
   <location filename="../../app/kit/fold.py" />
   <source>{part} folded</source>
   <translation>{part}: plegado</translation>
  </message>
  <message>
   <location filename="../../app/patients/view/licence.py" />
   <source>{part}: {theirs} in place of {ours}</source>
   <translation>{part}: {theirs} en lugar de {ours}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/deeds.py" />
   <source>{patient} has {minutes} minutes now</source>
   <translation>{patient}: ahora {minutes} minutos</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>{patient} is in hand. Enter drops, Esc leaves it pinned.</source>
   <translation>Se lleva a {patient}. Enter suelta, Esc deja la visita fijada.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/moving.py" />
   <source>{patient} stays at {time}.</source>
   <translation>{patient} se queda a las {time}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/queries/around.py" />
   <source>{patient}, {time}</source>
   <translation>{patient}, {time}</translation>
  </message>
  <message>
   <location filename="../../app/cli/sweeping.py" />
   <source>{people:,} people, {compared:,} pairs compared: {found:,} look alike, {new:,} of them new in the worklist.</source>
   <translation>{people:,} personas, {compared:,} pares comparados: {found:,} se parecen, {new:,} de ellos nuevos en la lista.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/page.py" />
   <source>{people} work · {visits} visits</source>
   <translation>{people} trabajan · {visits} visitas</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/month.py" />
   <source>{percent} % full, visits: {visits}</source>
   <translation>ocupación {percent} %, visitas: {visits}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>{percent} % full: booked minutes of all open minutes, with {lanes} visits at a time.</source>
   <translation>Al {percent} %: minutos reservados de todos los minutos abiertos, con {lanes} visitas a la vez.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>{percent} % full: booked minutes of all open minutes.</source>
   <translation>Al {percent} %: minutos reservados de todos los minutos abiertos.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>{practitioner} does not do this</source>
   <translation>{practitioner} no hace esto</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>{practitioner} does not do “{type}”.</source>
   <translation>{practitioner} no hace “{type}”.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>{practitioner} does not see patients from {start} to {end}.</source>
   <translation>{practitioner} no atiende pacientes de {start} a {end}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>{practitioner} does not work then</source>
   <translation>{practitioner} no trabaja entonces</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/series.py" />
   <source>{practitioner} is taken</source>
   <translation>{practitioner} tiene otra visita</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>{practitioner} is taken from {start} to {end}.</source>
   <translation>{practitioner} está ocupado de {start} a {end}.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>{practitioner} needs {pause} minutes between these visits.</source>
   <translation>{practitioner} necesita {pause} minutos entre estas visitas.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>{practitioner} treats one patient only between {start} and {end}.</source>
   <translation>{practitioner} atiende a un solo paciente entre {start} y {end}.</translation>
  </message>
  <message>
   <location filename="../../app/reports/view/preview.py" />
   <source>{printer} (stopped)</source>
   <translation>{printer} (detenida)</translation>
  </message>
  <message>
   <location filename="../../app/insurance/view/section.py" />
   <source>{rank} · {state}</source>
   <translation>{rank} · {state}</translation>
  </message>
  <message>
   <location filename="../../app/insurance/viewmodel/words.py" />
   <source>{relation} of {subscriber}</source>
   <translation>{relation} de {subscriber}</translation>
  </message>
  <message>
   <location filename="../../app/patients/viewmodel/folded.py" />
   <source>{role}: {name}</source>
   <translation>{role}: {name}</translation>
  </message>
  <message>
   <location filename="../../app/cli/feeding.py" />
   <source>{rows} records: {created} new, {changed} changed, {known} as before, {flagged} to look at, {refused} not taken.</source>
   <translation>{rows} expedientes: {created} nuevos, {changed} cambiados, {known} como antes, {flagged} por revisar, {refused} no recibidos.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/page.py" />
   <source>{said} · receipt {number}, Ctrl+R shows it</source>
   <translation>{said} · recibo {number}, Ctrl+R lo muestra</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{said}, 1 void ({number}, {why}).</source>
   <translation>{said}, 1 anulado ({number}, {why}).</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{said}, {count} void.</source>
   <translation>{said}, {count} anulados.</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>{seconds} s apart from the server</source>
   <translation>{seconds} s de diferencia con el servidor</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/day_sheet.py" />
   <source>{section}, continued</source>
   <translation>{section}, continuación</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>{share} %</source>
   <translation>{share} %</translation>
  </message>
  <message>
   <location filename="../../app/shell/settings_own.py" />
   <source>{size} %</source>
   <translation>{size} %</translation>
  </message>
  <message>
   <location filename="../../app/cli/doctor.py" />
   <source>{size} GB free</source>
   <translation>{size} GB libres</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>{start} to {end}</source>
   <translation>{start} a {end}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/pointing.py" />
   <source>{start} to {end}, {who}, free</source>
   <translation>{start} a {end}, {who}, libre</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{step}: {times} times, first {day}</source>
   <translation>{step}: {times} horas, la primera {day}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/comparing.py" />
   <source>{text} does not say which column is which field.</source>
   <translation>{text} no dice qué columna es qué campo.</translation>
  </message>
  <message>
   <location filename="../../app/kit/finding.py" />
   <source>{text} is not in this list. Type another part of the name.</source>
   <translation>{text} no está en esta lista. Escriba otra parte del nombre.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>{time} AM</source>
   <translation>{time} a. m.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>{time} PM</source>
   <translation>{time} p. m.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/view/cancelling.py" />
   <source>{time} is free again at once. Undo with Ctrl+Z, or call who waits with Ctrl+Shift+F.</source>
   <translation>{time} queda libre en seguida. Deshaga con Ctrl+Z, o llame a quien espera con Ctrl+Shift+F.</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>{time} · {practitioner} · {minutes} min</source>
   <translation>{time} · {practitioner} · {minutes} min</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/words.py" />
   <source>{time}, {patient}, {type}, {status}</source>
   <translation>{time}, {patient}, {type}, {status}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/pointing.py" />
   <source>{time}, {who}, free</source>
   <translation>{time}, {who}, libre</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/pointing.py" />
   <source>{time}, {who}, {word}</source>
   <translation>{time}, {who}, {word}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/pointing.py" />
   <source>{time}, {who}: {problem}</source>
   <translation>{time}, {who}: {problem}</translation>
  </message>
  <message>
   <location filename="../../app/exchange/rules/paper.py" />
   <source>{title} (void)</source>
   <translation>{title} (anulado)</translation>
  </message>
  <message>
   <location filename="../../app/shell/rail.py" />
   <source>{title}, {count} open</source>
   <translation>{title}, {count} pendientes</translation>
  </message>
  <message>
   <location filename="../../app/patients/rules/fitting.py" />
   <source>{typed} → {name}</source>
   <translation>{typed} → {name}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>{visits} visits are authorized: {kept} kept back for re-evaluations, the others booked.</source>
   <translation>{visits} visitas autorizadas: {kept} apartadas para reevaluaciones, las demás con cita.</translation>
  </message>
  <message>
   <location filename="../../app/visits/view/check_out.py" />
   <source>{visit} with {who} at {time}</source>
   <translation>{visit} con {who} a las {time}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/pointing.py" />
   <source>{visit}, {who}</source>
   <translation>{visit}, {who}</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} receipt {number}</source>
   <translation>{way}: recibo {number}</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} the accounting of disclosures</source>
   <translation>{way} la rendición de cuentas de divulgaciones</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} the end-of-day report of {day} with names ({number})</source>
   <translation>{way}: informe de cierre del {day} con nombres ({number})</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} the end-of-day report of {day} without names ({number})</source>
   <translation>{way}: informe de cierre del {day} sin nombres ({number})</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} who saw the record</source>
   <translation>{way} quién vio el expediente</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} {kind}</source>
   <translation>{way} {kind}</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} {kind} of {day} with names ({number})</source>
   <translation>{way}: {kind} del {day} con nombres ({number})</translation>
  </message>
  <message>
   <location filename="../../app/reports/actions.py" />
   <source>{way} {kind} of {day} without names ({number})</source>
   <translation>{way}: {kind} del {day} sin nombres ({number})</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/finder_words.py" />
   <source>{weekday} too</source>
   <translation>También {weekday}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/history.py" />
   <source>{weekday} {date}</source>
   <translation>{weekday} {date}</translation>
  </message>
  <message>
   <location filename="../../app/schedule/viewmodel/span.py" />
   <source>{weekday} {day}</source>
   <translation>{weekday} {day}</translation>
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>{weekday}, {month} {day}</source>
   <translation>{weekday}, {day} de {month}</translation>
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>{weekday}, {month} {day}, {year}</source>
   <translation>{weekday}, {day} de {month} de {year}</translation>
  </message>
  <message>
   <location filename="../../app/visits/queries/absences.py" />
   <source>{what}, not decided on. {rule}</source>
   <translation>{what}, sin decidir. {rule}</translation>
  </message>
  <message>
   <location filename="../../app/waitlist/queries/words.py" />
   <source>{what}, {time}</source>
   <translation>{what}, {time}</translation>
  </message>
  <message>
   <location filename="../../app/staff/actions/signing.py" />
   <source>{who} signed in</source>
   <translation>{who} inició sesión</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/columns.py" />
   <source>{who} · visits: {visits} · free times: {free}</source>
   <translation>{who} · visitas: {visits} · horas libres: {free}</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>“The key is right.” appears: tick and date here</source>
   <translation>Aparece “La clave es correcta.”: marque y anote la fecha aquí</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>“{room}” is taken between {start} and {end}.</source>
   <translation>“{room}” está ocupada entre las {start} y las {end}.</translation>
  </message>
  <message>
   <location filename="../../app/visits/rules/closing.py" />
   <source>“{state}” has no reason yet.</source>
   <translation>“{state}” aún no tiene motivo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/refusals.py" />
   <source>“{type}” is booked at least {hours} hours ahead.</source>
   <translation>“{type}” se reserva con al menos {hours} horas de anticipación.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/needs.py" />
   <source>“{type}” is for new patients; this one was here before.</source>
   <translation>“{type}” es para pacientes nuevos; este ya estuvo aquí.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/queries/needs.py" />
   <source>“{type}” is for patients who were here before; this one is new.</source>
   <translation>“{type}” es para pacientes que ya estuvieron aquí; este es nuevo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/inroom.py" />
   <source>“{type}” needs a room of the kind “{kind}”; “{room}” is another kind.</source>
   <translation>“{type}” necesita una sala del tipo “{kind}”; “{room}” es de otro tipo.</translation>
  </message>
  <message>
   <location filename="../../app/schedule/actions/inroom.py" />
   <source>“{type}” takes no room.</source>
   <translation>“{type}” no ocupa sala.</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>… in full beside the receipts</source>
   <translation>… completo junto a los recibos</translation>
  </message>
  <message>
   <location filename="../../app/shell/palette.py" />
   <source>↑ ↓ choose · Enter does it · Esc closes · Every command of the program is in this list</source>
   <translation>↑ ↓ elegir · Enter lo hace · Esc cierra · Todos los comandos del programa están en esta lista</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>▲ Over</source>
   <translation>▲ Sobra</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>▼ Short</source>
   <translation>▼ Falta</translation>
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>✓ The drawer agrees</source>
   <translation>✓ La caja cuadra</translation>
  </message>
 </context>
</TS>
