<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
 <context>
  <name>frontdesk</name>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source> and </source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source># Frontdesk: settings of this location. No passwords or keys belong here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>1 field to correct: {field}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 late cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 no-show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>1 paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>1 patient</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>1 receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>1 visit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>A PIN has 4 to 8 digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>A ZIP has 5 digits; this one has {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>A backup is needed before the data are changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>A code has up to 20 letters and digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>A framed note such as “2 Chinese” stands for characters this paper cannot print; the name is whole on screen, and the MRN finds it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>A name is needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>A password has at least {smallest} characters. This one has {length}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>A password has up to {largest} characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>A phone number has 10 digits; this one has {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>A recovery key has {wanted} letters and digits. This one has {typed}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>A second person has to agree to this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>A secret must have 1 to {longest} characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>A user name has 2 to 60 letters and digits, and no spaces.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>Address</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Administrator</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>After several tries the next one waits {seconds} seconds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>After {limit} tries this name is closed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>All cancels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>All {count} visits were attended.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Almost surely the same person</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Amount, US dollars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>An e-mail looks like {example}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Another window has kept the database busy.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Appointment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>April</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Arabic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Armenian</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Arrived</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Ask IT to correct the file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Ask IT to let this login write there, or to name another folder in the site file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>Ask a colleague to sign beside you.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/access.py" />
   <source>Ask your clinic director ({permission}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>Ask your director for a new password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/queries.py" />
   <source>Ask your director.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Attended provider minutes / template minutes less blocks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>August</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Authorizations ending</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Bengali</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Billing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Birth date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Birth date one day apart: {one} / {two}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Burmese</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>C cancelled earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Cancelled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Cancelled early or late / visits scheduled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Cancelled inside the late limit / scheduled.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Check number of this receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Check that this computer may write to its folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>Check the year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Checked out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Cherokee</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Chinese</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Choose a folder on this computer that is not synchronised.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Choose a folder on this computer, or use a database server for several computers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/schedule/queries/ask.py" />
   <source>Choose a later last day.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Choose a printer in Settings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/clock.py" />
   <source>Choose a time an hour later.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/schedule/queries/ask.py" />
   <source>Choose another one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Choose another printer, or ask IT to open its queue.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Choose another printer, or save the document as a PDF file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Clinic director</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/drawer.py" />
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/drawer.py" />
   <source>Close (Esc)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Closed on screen by {who}, {when}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Collected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Collected at desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Collected at the visit / due at the visit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Compare group {number} with the paper. Each group has 5 letters and digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Compare it with the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Compare its ten digits with the card or the NPI registry.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Compliance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/end_of_day.py" />
   <source>Contains patient information · printed {when} by {who}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Counted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Day and month swapped: {one} / {two}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Days begin with 01. Is it {date}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>December</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Devanagari</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Drawer: float + cash</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Due today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Due today, not paid (1 visit)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Due today, not paid ({n} visits)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>E-mail</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>Emergency contact</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/end_of_day.py" />
   <source>End of day · {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/end_of_day.py" />
   <source>End of day, {location}, {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Ended no-show / scheduled; late cancels apart.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Ethiopic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Every paper of today is in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Every visit is ready.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Every visit tomorrow is ready.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Everybody has one, or is done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Explained at closing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>F</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>February</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>February {year} has {days} days. Is it {date}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Female</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>First and last name with a dot between them is a good one: ana.ruiz.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>Four or five words in a row are easy to remember.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>Friday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Front desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Frontdesk cannot read the settings in {file}. It uses its usual settings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Frontdesk cannot write to the folder {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>Frontdesk does not trust the keyring of this computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Frontdesk knows no setting {key}, named in {file}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Frontdesk knows no time zone {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Georgian</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/schedule/queries/ask.py" />
   <source>Go back to the schedule.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Group {number} of the recovery key does not read right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Gujarati</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Gurmukhi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Hebrew</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Hmong</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Hole</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Hours go from 0 to 23.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>If it is lost or seen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Install Frontdesk again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>It is typed right, so look for the paper with the newest date.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>January</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Japanese</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>July</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>June</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Kannada</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Keep it so</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Keep this for your HSA, tax or insurance.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Key fingerprint {mark}. This slip does not open anything.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Khmer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Korean</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>L late cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Lao</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Late cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Late holes attended by another / all such holes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Left unseen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Left without a next visit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>Look at it again; what you typed is still here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Look at the list of jobs before you print again: the document may be in it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/door.py" />
   <source>Look for a renamed folder or an unplugged disk, or restore from a backup.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>M</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>MRN</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Malayalam</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Male</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>March</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>May</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Member ID</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Method</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Minutes go from 00 to 59.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>Mix at least three digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>Monday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Money</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Mongolian</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Months go from 01 to 12.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>More likely family</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Move it to a disk of this computer, or use a database server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>N no-show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>Name a backup folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>Next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>Next field to correct (F8)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/folding.py" />
   <source>No name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>No printer is chosen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>No visits are booked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>No visits were booked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>No-show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/bridge.py" />
   <source>Nobody is signed in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>None is booked yet. Ask at the desk, or call {phone}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>None is booked yet. Ask at the desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>None.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Nothing due today is unpaid.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Nothing was due today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Nothing was paid today. Still owed: {owed}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>November</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>October</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Of it for today’s visits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Old number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>One digit of the birth date apart: {one} / {two}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>One letter apart: {one} / {two}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>One visit still owes {money}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>One visit that did not happen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>One visit tomorrow is not ready.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/door.py" />
   <source>Open that one, or name another folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Other</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Other birth date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Other first name: {one} / {two}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Other last name: {one} / {two}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Other name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Other phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Outcome</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/paper.py" />
   <source>Page {page} of {pages}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Paid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Paid in full: {paid}. Nothing is owed for today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Paid: collected for this visit, in dollars; a blank means nothing was due.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Paid: {paid}, {over} more than was due.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Paid: {paid}. Still owed: {owed}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Papers to chase</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Part of the name: {one} / {two}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Patient</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Payer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Perhaps the same person</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>Phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Place</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Printed once. The program keeps no copy of this key and cannot print it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>R late cancel, refilled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>R: took a hole that a late cancel left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Read by the director</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Read only</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Reason: “{reason}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Receipt no. {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Receipt {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Receipts by number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>Receipts {first}–{last}, {missing}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Recovery key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Recovery key · {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>Remove it from the file and change it: others may have read it. Secrets belong in the keyring.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Restore from a backup. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>Restore it from a backup.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Same birth date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Same name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Same name, accents aside</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Same names, the other way round</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/likeness.py" />
   <source>Same phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Same-day fill</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>Saturday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>Save the document as a PDF file, or ask IT to set up a printer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Scan at a desk to open this exact view,</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/roles.py" />
   <source>Scheduling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Sealed at journal entry {position}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Sealed by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/fields.py" />
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Second person</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>September</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/server.py" />
   <source>Set database.tls to verify-full and name the authority's file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>Set one up with `frontdesk init`.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>Set {variable} to a folder that only you can open, and start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Settings, Recovery key, Test</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>Sex on the plan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>Shorten it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/bridge.py" />
   <source>Sign in first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Signature</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Sinhala</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>Somebody else changed this a moment ago.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>Somebody from IT runs `frontdesk migrate` once; it makes a backup first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/bridge.py" />
   <source>Something unexpected happened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Still owed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>Sunday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Syriac</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>Take four or five words that have nothing to do with you or the clinic.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Taken by {who}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Tamil</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Tax ID {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Telugu</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Test it once, today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Tested on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Thaana</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Thai</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>That is {years} years ago.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/money.py" />
   <source>The amount is at most {most}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>The clinic's data belong to a newer Frontdesk than this one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>The clinic's data belong to an older Frontdesk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database cannot be opened here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database is not where it should be.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The clinic's database lies on a network drive, where it can be damaged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/door.py" />
   <source>The clinic's recovery file is not where it should be.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/clock.py" />
   <source>The clocks jump over {time} that night.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>The database does not answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The database library on this computer is too old.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>The day by practitioner</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>The day is not closed yet; its figures may still change.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The drawer agrees.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The drawer is {money} over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The drawer is {money} short.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>The file {file} holds a password or key ({key}). Frontdesk does not use it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>The folder {folder} is copied to a cloud. A clinic's database is not safe there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>The folder {folder} is on a network drive. A clinic's database is not safe there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>The key does not fit the clinic's database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>The keyring of this computer did not keep the clinic's key.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>The keyring of this computer does not answer. It may be locked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>The keyring of this computer is missing or locked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/schedule/queries/ask.py" />
   <source>The last day lies before the first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>The month comes first. Is it {date}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>The one visit of the day was attended.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>The print system of this computer does not answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>The printer {printer} did not take the document.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>The printer {printer} takes no jobs now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>The recovery file is damaged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>The setting {key} in {file} belongs in the site file. Frontdesk leaves it out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/settings.py" />
   <source>The setting {key} in {file} has a value that does not fit. Frontdesk uses its usual value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/server.py" />
   <source>The site file calls a server on another computer local.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/door.py" />
   <source>There is a clinic in {folder} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/queries.py" />
   <source>There is no account {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>There is no clinic in this database yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/schedule/queries/free.py" />
   <source>There is no such location.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/schedule/queries/ask.py" />
   <source>There is no such visit type.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/schedule/queries/ask.py" />
   <source>There is no such visit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>This NPI does not check: a digit is wrong or missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>This PIN is easy to guess.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>This computer has no keyring that Frontdesk can use.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/printing.py" />
   <source>This computer has no printer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/paths.py" />
   <source>This computer knows no home folder for you.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>This holds a sign that cannot be seen (U+{code}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>This holds a sign that nobody can read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>This holds up to {limit} characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>This is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>This is {length} signs long; {limit} have room.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/door.py" />
   <source>This login has no key for the clinic yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/passwords.py" />
   <source>This password is easy to guess.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>This receipt is void. No payment counts from it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>This recovery file belongs to another clinic.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>This recovery key does not open this clinic's data.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>This sheet opens your clinic’s data when nothing else can. Keep it like cash.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>This stored file is damaged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>This stored file was sealed with another key.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Three letters of the town are a good one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>Thursday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>Tibetan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Tomorrow’s red items</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/execute.py" />
   <source>Try again in a moment. Nothing was saved twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Try again in a moment. Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>Tuesday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>Type both again. Look whether Caps Lock is on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>Type it again by hand.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Type it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Type it group by group; small letters and missing spaces do no harm. The letters I, L, O and U never occur; a zero carries a stroke. The last signs check the rest, so a slip is named at once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Type it here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/money.py" />
   <source>Type the amount as {example}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/writing.py" />
   <source>Type the area code too, or begin with + and the country.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Type the date as {example}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/people.py" />
   <source>Type the last name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/door.py" />
   <source>Type the recovery key once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/secrets.py" />
   <source>Type the recovery key to go on, and tell IT.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/embedded.py" />
   <source>Type the recovery key, or restore from a backup. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Type the time as {example}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>Type the year as {example}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/migrations/upgrade.py" />
   <source>Update Frontdesk on this computer. Nothing was read or changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/people.py" />
   <source>Use a name such as America/Los_Angeles.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Use the copy that lies with the newest backup.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/recovery.py" />
   <source>Use the file that lies beside this clinic's data.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/sealing.py" />
   <source>Use the key it was made with.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>User name and password do not fit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>Utilization</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Visit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>Visits attended / visits scheduled today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Visits by time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Visits that did not happen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Void: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>W left unseen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Wait</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>Wait from arrival to taken back: median {median} min, nine in ten at most {most}, longest {longest}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>Wait: minutes from arrival to taken back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>Wednesday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>What</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/runner/bridge.py" />
   <source>What you typed is still here. Try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>Where the recovery key is kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Who</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Who, when</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>Why not ready</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>With</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>With AM or PM the hour goes from 1 to 12.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/access.py" />
   <source>Write why in a few words.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/patients/rules/codes.py" />
   <source>X</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>You need it when</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/queries.py" />
   <source>Your account is closed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/staff/rules/throttle.py" />
   <source>Your director can give you a new password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>Your next visits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/access.py" />
   <source>Your role does not allow this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/core/access.py" />
   <source>Your role needs a reason for this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>a backup is opened on another computer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/sections.py" />
   <source>and {count} more, page {page}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>cut here; the slip goes to the owner’s file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>dotted: still open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>eight</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>five</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>fold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>four</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>hidden</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>in a safe or bank box, not in this building’s server room</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>in a sealed envelope, signed across the flap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>make a new one today: Settings, Recovery key, Replace</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>missing: {numbers}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>never photographed, e-mailed, typed into notes, or kept with a backup</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>nine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>no</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>none missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>nothing breaks: data stays open on working desks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of ${d}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of {late} late cancels, none was refilled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of {late} late cancels, one was refilled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>of {late} late cancels, {filled} were refilled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>old backups still need the old key: make a new backup</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one cancelled late</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one left unseen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one patient did not show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>one was cancelled in time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>or compare with: {command}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>owes {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>seven</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>shown to two people at most; write their names below</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>signs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>six</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>ten</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the computer or its disk is replaced</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the old key stops working; shred this sheet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>the one late cancel was not refilled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>the one late cancel was refilled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the only administrator is locked out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>the system forgot its saved passwords</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>three</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>two</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>two minutes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>type the key from this sheet, not from the screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>usually {low}–{high} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>void: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{all} visits, {ready} ready</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{came} of {booked} visits were attended, {open} still open.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{came} of {booked} visits were attended.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{closed} Nothing was left open or unexplained.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{closed} What was left open is explained on page {page}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} attended</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} cancelled earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} cancelled late</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/errors.py" />
   <source>{count} fields to correct: {fields}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} late cancel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} late cancels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} left unseen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>{count} more are booked; ask us for the list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} no-show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} no-shows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{count} numbers missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{count} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{count} papers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/director.py" />
   <source>{count} patients</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} patients did not show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{count} receipts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} still open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} visits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} visits still owe {money}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} visits that did not happen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} visits tomorrow are not ready.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{count} were cancelled in time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/layout/faces.py" />
   <source>{count} {script}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>{date} is still to come.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>{day}, {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/lists.py" />
   <source>{first} to {last} · rows {a}–{b} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/sections.py" />
   <source>{first}–{last} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{method}, {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/kit/dates.py" />
   <source>{month} has {days} days. Is it {date}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>{month} {day}, {year}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/receipt.py" />
   <source>{number} · COPY {copy}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{n} of {d}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/sentences.py" />
   <source>{n} of {d} h</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{said}, 1 void ({number}, {why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>{said}, {count} void.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/sections.py" />
   <source>{section}, continued</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>{share} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>{time} AM</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/strip.py" />
   <source>{time} PM</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>{weekday}, {month} {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/rules/words.py" />
   <source>{weekday}, {month} {day}, {year}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/recovery_key.py" />
   <source>“The key is right.” appears: tick and date here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>… in full beside the receipts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>▲ Over</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>▼ Short</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/reports/documents/money.py" />
   <source>✓ The drawer agrees</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
