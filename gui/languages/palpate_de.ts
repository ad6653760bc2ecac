<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>palpate</name>
    <message>
        <source>wait</source>
        <extracomment>gui/face.py</extracomment>
        <translation>warten</translation>
    </message>
    <message>
        <source>press</source>
        <extracomment>gui/face.py</extracomment>
        <translation>drücken</translation>
    </message>
    <message>
        <source>more</source>
        <extracomment>gui/face.py</extracomment>
        <translation>mehr</translation>
    </message>
    <message>
        <source>may be pressed</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>Druck erlaubt</translation>
    </message>
    <message>
        <source>ask about this place first</source>
        <extracomment>clinic/bodymap/standing.py: Standing</extracomment>
        <translation>erst nach diesem Ort fragen</translation>
    </message>
    <message>
        <source>blocked now</source>
        <extracomment>clinic/bodymap/standing.py: Standing</extracomment>
        <translation>jetzt gesperrt</translation>
    </message>
    <message>
        <source>always blocked</source>
        <extracomment>clinic/bodymap/standing.py: Standing</extracomment>
        <translation>immer gesperrt</translation>
    </message>
    <message>
        <source>active</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>latent</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>latent</translation>
    </message>
    <message>
        <source>not said</source>
        <extracomment>clinic/bodymap/points.py: Activity</extracomment>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>front</source>
        <extracomment>clinic/entries/places.py: View</extracomment>
        <translation>vorn</translation>
    </message>
    <message>
        <source>back</source>
        <extracomment>clinic/entries/places.py: View</extracomment>
        <translation>hinten</translation>
    </message>
    <message>
        <source>side</source>
        <extracomment>clinic/entries/places.py: View</extracomment>
        <translation>seitlich</translation>
    </message>
    <message>
        <source>whole body</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>ganzer Körper</translation>
    </message>
    <message>
        <source>head and neck</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>Kopf und Hals</translation>
    </message>
    <message>
        <source>trunk and arms</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>Rumpf und Arme</translation>
    </message>
    <message>
        <source>hips and legs</source>
        <extracomment>gui/body_frame.py: Part</extracomment>
        <translation>Hüfte und Beine</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>clinic/screening/answers.py: Answer</extracomment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <extracomment>clinic/screening/answers.py: Answer</extracomment>
        <translation>nein</translation>
    </message>
    <message>
        <source>unsure</source>
        <extracomment>clinic/screening/answers.py: Answer</extracomment>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>client&apos;s left</source>
        <extracomment>clinic/screening/answers.py: Side</extracomment>
        <translation>links (Klient)</translation>
    </message>
    <message>
        <source>client&apos;s right</source>
        <extracomment>clinic/screening/answers.py: Side</extracomment>
        <translation>rechts (Klient)</translation>
    </message>
    <message>
        <source>middle</source>
        <extracomment>clinic/screening/answers.py: Side</extracomment>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>noted</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>vermerkt</translation>
    </message>
    <message>
        <source>less is allowed</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>weniger ist erlaubt</translation>
    </message>
    <message>
        <source>blocked until it is acknowledged for this visit</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>gesperrt, bis es für diesen Termin zur Kenntnis genommen ist</translation>
    </message>
    <message>
        <source>blocked</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>blocked until it is asked</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>gesperrt, bis danach gefragt wurde</translation>
    </message>
    <message>
        <source>not asked, so less is allowed</source>
        <extracomment>clinic/screening/findings.py: Effect</extracomment>
        <translation>nicht gefragt, daher ist weniger erlaubt</translation>
    </message>
    <message>
        <source>treatment</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>pain threshold</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>Schmerzschwelle</translation>
    </message>
    <message>
        <source>reading at pain 3 of 10</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>Messung bei Schmerz 3 von 10</translation>
    </message>
    <message>
        <source>pain tolerance</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>Schmerztoleranz</translation>
    </message>
    <message>
        <source>fixed probe</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>fester Prüfdruck</translation>
    </message>
    <message>
        <source>exercise on a person</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>Übung an einem Menschen</translation>
    </message>
    <message>
        <source>high</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>hoch</translation>
    </message>
    <message>
        <source>moderate</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>gering</translation>
    </message>
    <message>
        <source>assumed</source>
        <extracomment>clinic/entries/entry.py: Confidence</extracomment>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>face</source>
        <extracomment>clinic/entries/places.py: Region</extracomment>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>neck</source>
        <extracomment>clinic/entries/places.py: Region</extracomment>
        <translation>Hals und Nacken</translation>
    </message>
    <message>
        <source>body</source>
        <extracomment>clinic/entries/places.py: Region</extracomment>
        <translation>Rumpf und Gliedmaßen</translation>
    </message>
    <message>
        <source>prone</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>Bauchlage</translation>
    </message>
    <message>
        <source>supine</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>Rückenlage</translation>
    </message>
    <message>
        <source>side-lying</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>Seitenlage</translation>
    </message>
    <message>
        <source>seated</source>
        <extracomment>clinic/entries/places.py: Position</extracomment>
        <translation>sitzend</translation>
    </message>
    <message>
        <source>myofascial release</source>
        <extracomment>clinic/screening/asked.py: Use</extracomment>
        <translation>myofasziales Lösen</translation>
    </message>
    <message>
        <source>mobilisation</source>
        <extracomment>clinic/way/beside.py: Technique</extracomment>
        <translation>Mobilisation</translation>
    </message>
    <message>
        <source>take up slowly</source>
        <extracomment>clinic/way/timing.py: Doing</extracomment>
        <translation>langsam aufnehmen</translation>
    </message>
    <message>
        <source>hold</source>
        <extracomment>gui/face.py</extracomment>
        <translation>halten</translation>
    </message>
    <message>
        <source>less</source>
        <extracomment>gui/face.py</extracomment>
        <translation>weniger</translation>
    </message>
    <message>
        <source>let go slowly</source>
        <extracomment>gui/face.py</extracomment>
        <translation>langsam loslassen</translation>
    </message>
    <message>
        <source>stretch</source>
        <extracomment>clinic/way/beside.py: Technique</extracomment>
        <translation>Dehnen</translation>
    </message>
    <message>
        <source>move</source>
        <extracomment>clinic/way/timing.py: Doing</extracomment>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>rest</source>
        <extracomment>gui/face.py</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>STOP</source>
        <extracomment>gui/across.py</extracomment>
        <translation>STOP</translation>
    </message>
    <message>
        <source>Paused. All that was sent is kept; press “Go on”.</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Pause. Alles, was abgeschickt wurde, ist gesichert; mit „Fortsetzen“ geht es weiter.</translation>
    </message>
    <message>
        <source>this presses a pad, and nobody: on a person there are single exercises and corridors</source>
        <extracomment>palpate/train/on_person.py</extracomment>
        <translation>hier wird ein Polster gedrückt und niemand sonst: An einem Menschen gibt es einzelne Übungen und Korridore</translation>
    </message>
    <message>
        <source>on a person an exercise is named: the course is done on a pad</source>
        <extracomment>palpate/train/on_person.py</extracomment>
        <translation>an einem Menschen wird die Übung genannt: Der Kurs wird auf einem Polster gemacht</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>gui/face.py</extracomment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>the time in band is complete</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>die Zeit im Band ist erreicht</translation>
    </message>
    <message>
        <source>the dose is reached</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>die Dosis ist erreicht</translation>
    </message>
    <message>
        <source>the therapist felt it become softer</source>
        <extracomment>session/said.py</extracomment>
        <translation>der Therapeut spürte, dass es weicher wurde</translation>
    </message>
    <message>
        <source>the pain has halved</source>
        <extracomment>session/said.py</extracomment>
        <translation>der Schmerz hat sich halbiert</translation>
    </message>
    <message>
        <source>the pain is gone</source>
        <extracomment>session/said.py</extracomment>
        <translation>der Schmerz ist weg</translation>
    </message>
    <message>
        <source>the time limit since the band was reached</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>die Zeitgrenze seit Erreichen des Bands</translation>
    </message>
    <message>
        <source>the time limit of contact</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>die Zeitgrenze des Kontakts</translation>
    </message>
    <message>
        <source>the pressure is above the limit</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>der Druck liegt über der Grenze</translation>
    </message>
    <message>
        <source>the tool left the skin</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>das Gerät verließ die Haut</translation>
    </message>
    <message>
        <source>interrupted: off the skin for more than 10 s</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>unterbrochen: mehr als 10 s nicht auf der Haut</translation>
    </message>
    <message>
        <source>guided treatment</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>geführte Behandlung</translation>
    </message>
    <message>
        <source>the area of the contact is not known</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>die Fläche der Berührung ist nicht bekannt</translation>
    </message>
    <message>
        <source>fewer than {rate_hz:g} readings a second are certain</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>weniger als {rate_hz:g} Messwerte je Sekunde sind sicher</translation>
    </message>
    <message>
        <source>{what}: not available, {why}</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>{what}: nicht verfügbar, {why}</translation>
    </message>
    <message>
        <source>the instrument is pulled and cannot press</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>das Instrument wird gezogen und kann nicht drücken</translation>
    </message>
    <message>
        <source>slopes and fall times</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>Steigungen und Abfallzeiten</translation>
    </message>
    <message>
        <source>tare on the instrument</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>Tarieren am Instrument</translation>
    </message>
    <message>
        <source>it takes no such command</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>es nimmt keinen solchen Befehl an</translation>
    </message>
    <message>
        <source>the instrument does not keep them</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>das Instrument bewahrt sie nicht auf</translation>
    </message>
    <message>
        <source>none of the sensor&apos;s channels measures in newtons: use a force sensor</source>
        <extracomment>protocol/instruments/go_direct_talk.py</extracomment>
        <translation>kein Kanal des Sensors misst in Newton: Nehmen Sie einen Kraftsensor</translation>
    </message>
    <message>
        <source>channel</source>
        <extracomment>protocol/instruments/go_direct_talk.py</extracomment>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>{name}, {least:g} to {most:g} N</source>
        <extracomment>protocol/instruments/go_direct_talk.py</extracomment>
        <translation>{name}, {least:g} bis {most:g} N</translation>
    </message>
    <message>
        <source>serial number</source>
        <extracomment>protocol/instruments/progressor.py</extracomment>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>firmware</source>
        <extracomment>protocol/instruments/progressor.py</extracomment>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>force sensor</source>
        <extracomment>protocol/instruments/sig_force.py</extracomment>
        <translation>Kraftsensor</translation>
    </message>
    <message>
        <source>weight scale</source>
        <extracomment>protocol/instruments/weight_scale.py</extracomment>
        <translation>Waage</translation>
    </message>
    <message>
        <source>unknown ({unit})</source>
        <extracomment>protocol/instruments/wh_c06.py</extracomment>
        <translation>unbekannt ({unit})</translation>
    </message>
    <message>
        <source>unit on the display</source>
        <extracomment>protocol/instruments/wh_c06.py</extracomment>
        <translation>Einheit auf der Anzeige</translation>
    </message>
    <message>
        <source>the tool hung up before it said who it is</source>
        <extracomment>device/course.py</extracomment>
        <translation>das Gerät trennte die Verbindung, bevor es sagte, wer es ist</translation>
    </message>
    <message>
        <source>{serial} answered, which is not the tool that is wanted</source>
        <extracomment>device/course.py</extracomment>
        <translation>{serial} antwortete und ist nicht das gewünschte Gerät</translation>
    </message>
    <message>
        <source>another tool was chosen meanwhile</source>
        <extracomment>device/course.py</extracomment>
        <translation>inzwischen wurde ein anderes Gerät gewählt</translation>
    </message>
    <message>
        <source>there is no driver {name!r}: install it, or choose one of {known}</source>
        <extracomment>device/drivers/errors.py</extracomment>
        <translation>es gibt keinen Treiber {name!r}: Installieren Sie ihn, oder wählen Sie einen von {known}</translation>
    </message>
    <message>
        <source>the driver {name!r} cannot be used, {why}: update or remove the package that brings it</source>
        <extracomment>device/drivers/errors.py</extracomment>
        <translation>der Treiber {name!r} ist nicht zu gebrauchen, {why}: Aktualisieren oder entfernen Sie das Paket, das ihn mitbringt</translation>
    </message>
    <message>
        <source>{name} lacks {count} of the attributes of a {title}: choose another driver for it</source>
        <extracomment>device/drivers/errors.py</extracomment>
        <translation>{name} fehlen Merkmale von „{title}“ ({count}): Wählen Sie einen anderen Treiber dafür</translation>
    </message>
    <message>
        <source>{value} is a {kind} and no Driver</source>
        <extracomment>device/drivers/registry.py</extracomment>
        <translation>{value} ist ein {kind} und kein Driver</translation>
    </message>
    <message>
        <source>it calls itself {name!r}</source>
        <extracomment>device/drivers/registry.py</extracomment>
        <translation>er nennt sich {name!r}</translation>
    </message>
    <message>
        <source>its module fails with {error}</source>
        <extracomment>device/drivers/registry.py</extracomment>
        <translation>sein Modul scheitert mit {error}</translation>
    </message>
    <message>
        <source>Bluetooth is not available, {reason}</source>
        <extracomment>device/errors.py</extracomment>
        <translation>Bluetooth ist nicht verfügbar, {reason}</translation>
    </message>
    <message>
        <source>Bluetooth does not search at this moment: if it stays so, switch it off and on</source>
        <extracomment>device/errors.py</extracomment>
        <translation>Bluetooth sucht im Augenblick nicht: Bleibt es so, schalten Sie es aus und wieder ein</translation>
    </message>
    <message>
        <source>{name} lacks {count} of a tool&apos;s attributes: if it is a tool whose firmware was updated, remove it from the system&apos;s list of Bluetooth devices, so that they are read anew</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} fehlen Merkmale eines Geräts ({count}): Ist es ein Gerät, dessen Firmware aktualisiert wurde, so entfernen Sie es aus der Liste der Bluetooth-Geräte des Systems, damit sie neu gelesen werden</translation>
    </message>
    <message>
        <source>{called} was called and {answered} answered: switch {answered} off, or choose it</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{called} wurde gerufen, und {answered} antwortete: Schalten Sie {answered} aus, oder wählen Sie es</translation>
    </message>
    <message>
        <source>{name} refused an access with ATT error 0x{code:02x}: switch it off and on, then reconnect</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} verweigerte einen Zugriff mit dem ATT-Fehler 0x{code:02x}: Schalten Sie es aus und wieder ein und verbinden Sie es dann neu</translation>
    </message>
    <message>
        <source>{name} lets only a paired computer do that, and the pairing did not come about: try again and accept what the system asks (Linux without a desktop asks nobody: keep bluetoothctl open meanwhile)</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} erlaubt das nur einem gekoppelten Computer, und die Kopplung kam nicht zustande: Versuchen Sie es noch einmal und nehmen Sie an, was das System fragt (Linux ohne Desktop fragt niemanden: Halten Sie solange bluetoothctl offen)</translation>
    </message>
    <message>
        <source>this computer is paired with {name}, which seems to have forgotten it: remove {name} from the system&apos;s list of Bluetooth devices, then connect again</source>
        <extracomment>device/errors.py</extracomment>
        <translation>dieser Computer ist mit {name} gekoppelt, das ihn vergessen zu haben scheint: Entfernen Sie {name} aus der Liste der Bluetooth-Geräte des Systems und verbinden Sie es dann neu</translation>
    </message>
    <message>
        <source>{name} offers no setup over Bluetooth: calibrate and set it as its maker says</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} lässt sich über Bluetooth nicht einstellen: Kalibrieren und stellen Sie es ein, wie sein Hersteller es sagt</translation>
    </message>
    <message>
        <source>{name} streams, and its calibration cannot change meanwhile: stop the stream first</source>
        <extracomment>device/errors.py</extracomment>
        <translation>{name} sendet Messwerte, und seine Kalibrierung kann sich währenddessen nicht ändern: Halten Sie erst den Datenstrom an</translation>
    </message>
    <message>
        <source>the connection to {serial} is lost: bring the tool closer or switch it on again</source>
        <extracomment>device/errors.py</extracomment>
        <translation>die Verbindung zu {serial} ist verloren: Bringen Sie das Gerät näher heran, oder schalten Sie es wieder ein</translation>
    </message>
    <message>
        <source>nothing can be sent to the tool now: {sentence}</source>
        <extracomment>device/errors.py</extracomment>
        <translation>dem Gerät kann jetzt nichts gesendet werden: {sentence}</translation>
    </message>
    <message>
        <source>the tool did not answer {command} within {waited_s:g} s: try again or reconnect</source>
        <extracomment>device/errors.py</extracomment>
        <translation>das Gerät antwortete auf {command} nicht innerhalb von {waited_s:g} s: Versuchen Sie es noch einmal, oder verbinden Sie es neu</translation>
    </message>
    <message>
        <source>no tool answered within {waited_s:g} s: switch it on and bring it closer</source>
        <extracomment>device/errors.py</extracomment>
        <translation>innerhalb von {waited_s:g} s antwortete kein Gerät: Schalten Sie es ein und bringen Sie es näher heran</translation>
    </message>
    <message>
        <source>tool {serial} did not answer within {waited_s:g} s: switch it on and bring it closer</source>
        <extracomment>device/errors.py</extracomment>
        <translation>das Gerät {serial} antwortete nicht innerhalb von {waited_s:g} s: Schalten Sie es ein und bringen Sie es näher heran</translation>
    </message>
    <message>
        <source>{searched}: switch it on and bring it closer.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{searched}: Schalten Sie es ein und bringen Sie es näher heran.</translation>
    </message>
    <message>
        <source>{name} is searched for</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{name} wird gesucht</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{some} oder {last}</translation>
    </message>
    <message>
        <source>{why}; trying again soon.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{why}; bald folgt ein neuer Versuch.</translation>
    </message>
    <message>
        <source>{searched}: switch it on and bring it closer, and if it is on and near, close the other program or computer that may hold its connection.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{searched}: Schalten Sie es ein und bringen Sie es näher heran; ist es an und nah, so schließen Sie das andere Programm oder den anderen Computer, der seine Verbindung belegen könnte.</translation>
    </message>
    <message>
        <source>A tool is searched for</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Ein Gerät wird gesucht</translation>
    </message>
    <message>
        <source>{name} is lost and searched for</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{name} ist verloren und wird gesucht</translation>
    </message>
    <message>
        <source>Connecting to {name}</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Verbindung mit {name} wird hergestellt</translation>
    </message>
    <message>
        <source>Connecting to a tool</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Verbindung mit einem Gerät wird hergestellt</translation>
    </message>
    <message>
        <source>{to}, try {number}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{to}, Versuch {number}.</translation>
    </message>
    <message>
        <source>{to}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>{to}.</translation>
    </message>
    <message>
        <source>Bluetooth is not available, {reason}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Bluetooth ist nicht verfügbar, {reason}.</translation>
    </message>
    <message>
        <source>Several tools are in range: choose {serials}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Mehrere Geräte sind in Reichweite: Wählen Sie {serials}.</translation>
    </message>
    <message>
        <source>Connected to {name}.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Verbunden mit {name}.</translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <extracomment>device/link_status.py</extracomment>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>so many tools are in range that this one was lost sight of: it is searched anew</source>
        <extracomment>device/radio.py</extracomment>
        <translation>so viele Geräte sind in Reichweite, dass dieses aus dem Blick geriet: Es wird neu gesucht</translation>
    </message>
    <message>
        <source>the system&apos;s Bluetooth failed in a way that this program does not know</source>
        <extracomment>device/visit.py</extracomment>
        <translation>das Bluetooth des Systems versagte auf eine Weise, die dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>it was ended on this side</source>
        <extracomment>device/visit.py</extracomment>
        <translation>sie wurde auf dieser Seite beendet</translation>
    </message>
    <message>
        <source>the press did not fall into the ramp: press while the pressure rises</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>der Tastendruck fiel nicht in den Anstieg: drücken, während der Druck steigt</translation>
    </message>
    <message>
        <source>readings are missing at the moment of the press</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>im Augenblick des Tastendrucks fehlen Messwerte</translation>
    </message>
    <message>
        <source>the readings around the press are {apart_ms:g} ms apart: sample at 50 Hz</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>die Messwerte um den Tastendruck liegen {apart_ms:g} ms auseinander: Messen Sie mit 50 Hz</translation>
    </message>
    <message>
        <source>a rate needs a quarter of a second of readings</source>
        <extracomment>analysis/algometry/pace.py</extracomment>
        <translation>eine Anstiegsrate braucht Messwerte einer Viertelsekunde</translation>
    </message>
    <message>
        <source>the pressure never reached the band</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>der Druck erreichte das Band nie</translation>
    </message>
    <message>
        <source>a mean needs two readings in the band</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>ein Mittel braucht zwei Messwerte im Band</translation>
    </message>
    <message>
        <source>the pressure rose to {peak_kpa:.0f} kPa, above {high_kpa:.0f} kPa</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>der Druck stieg auf {peak_kpa:.0f} kPa, über {high_kpa:.0f} kPa</translation>
    </message>
    <message>
        <source>only {in_band_s:.1f} s of {hold_s:g} s were in the band</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>nur {in_band_s:.1f} s von {hold_s:g} s lagen im Band</translation>
    </message>
    <message>
        <source>too little of the ramp was recorded to know its rate</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>vom Anstieg wurde zu wenig aufgezeichnet, um seine Rate zu kennen</translation>
    </message>
    <message>
        <source>evenness needs three half seconds of a ramp without missing readings</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>Gleichmäßigkeit braucht drei halbe Sekunden eines Anstiegs ohne fehlende Messwerte</translation>
    </message>
    <message>
        <source>the force did not rise in the middle of the ramp</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>in der Mitte des Anstiegs stieg die Kraft nicht</translation>
    </message>
    <message>
        <source>the force fell by a third within 0.1 s: the tip slipped or was taken away</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>die Kraft fiel in 0,1 s um ein Drittel: Die Spitze rutschte ab oder wurde weggenommen</translation>
    </message>
    <message>
        <source>the press came {below_n:.1f} N below the peak: the force was falling already</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>der Tastendruck kam {below_n:.1f} N unter der Spitze: Die Kraft fiel schon</translation>
    </message>
    <message>
        <source>the force did not rise steadily: it fell by {fall_n:.1f} N</source>
        <extracomment>analysis/algometry/rise.py</extracomment>
        <translation>die Kraft stieg nicht stetig: Sie fiel um {fall_n:.1f} N</translation>
    </message>
    <message>
        <source>{capped} of {count} readings are &gt; {least_kpa:g} kPa, which cannot be averaged</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>{capped} von {count} Messungen sind &gt; {least_kpa:g} kPa und lassen sich nicht mitteln</translation>
    </message>
    <message>
        <source>valid readings: {count}, and a mean needs {fewest}: take another</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>gültige Messungen: {count}, und ein Mittel braucht {fewest}: Messen Sie noch einmal</translation>
    </message>
    <message>
        <source>a mean of {count} readings instead of {wanted}</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>ein Mittel aus {count} Messungen statt {wanted}</translation>
    </message>
    <message>
        <source>&gt; {cap_kpa:g} kPa</source>
        <extracomment>analysis/algometry/series.py</extracomment>
        <translation>&gt; {cap_kpa:g} kPa</translation>
    </message>
    <message>
        <source>a comparison of sides needs one left and one right</source>
        <extracomment>analysis/algometry/sides.py</extracomment>
        <translation>ein Seitenvergleich braucht eine linke und eine rechte Messung</translation>
    </message>
    <message>
        <source>the pressure rose too slow: {rate:.0f} kPa/s, {ratio:.2f} times the prescribed rate</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>der Druck stieg zu langsam: {rate:.0f} kPa/s, das {ratio:.2f}-Fache der vorgegebenen Rate</translation>
    </message>
    <message>
        <source>the pressure rose too fast: {rate:.0f} kPa/s, {ratio:.2f} times the prescribed rate</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>der Druck stieg zu schnell: {rate:.0f} kPa/s, das {ratio:.2f}-Fache der vorgegebenen Rate</translation>
    </message>
    <message>
        <source>the tip left the skin before anybody said “now”</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>die Spitze verließ die Haut, bevor jemand „jetzt“ sagte</translation>
    </message>
    <message>
        <source>readings are missing beside the peak</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>neben der Spitze der Kraft fehlen Messwerte</translation>
    </message>
    <message>
        <source>without a reading there is nothing to overshoot</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>ohne Messung gibt es nichts zu überschreiten</translation>
    </message>
    <message>
        <source>readings were missing for {missing_s:g} s: the ramp was pressed blind</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>{missing_s:g} s lang fehlten Messwerte: Im Anstieg wurde blind gedrückt</translation>
    </message>
    <message>
        <source>readings are missing for {missing_s:g} s of the ramp: a slip there is not seen</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>für {missing_s:g} s des Anstiegs fehlen Messwerte: Ein Abrutschen ist dort nicht zu sehen</translation>
    </message>
    <message>
        <source>readings are missing after the press: the peak may have been higher</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>nach dem Tastendruck fehlen Messwerte: Die Spitze kann höher gewesen sein</translation>
    </message>
    <message>
        <source>only {rest_s:.0f} s after the last reading at this point: wait {wait_s:.0f} s</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>nur {rest_s:.0f} s nach der letzten Messung an diesem Punkt: Warten Sie {wait_s:.0f} s</translation>
    </message>
    <message>
        <source>whether the tip stood upright is not known: nothing measures its tilt</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>ob die Spitze senkrecht stand, ist nicht bekannt: nichts misst ihre Neigung</translation>
    </message>
    <message>
        <source>a painkiller within 4 h: the threshold may be raised</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>ein Schmerzmittel in den letzten 4 h: Die Schwelle kann erhöht sein</translation>
    </message>
    <message>
        <source>the tip was tilted by {tilt_deg:.0f}°: hold it upright on the skin</source>
        <extracomment>analysis/algometry/threshold.py</extracomment>
        <translation>die Spitze war um {tilt_deg:.0f}° geneigt: Halten Sie sie senkrecht auf die Haut</translation>
    </message>
    <message>
        <source>repeatability needs at least 2 targets, not {count}</source>
        <extracomment>analysis/anova.py</extracomment>
        <translation>für die Wiederholbarkeit braucht es mindestens 2 Ziele, nicht {count}</translation>
    </message>
    <message>
        <source>repeatability needs at least 2 measurements of each target, not {count}</source>
        <extracomment>analysis/anova.py</extracomment>
        <translation>für die Wiederholbarkeit braucht es mindestens 2 Messungen je Ziel, nicht {count}</translation>
    </message>
    <message>
        <source>readings are missing between the two crossings</source>
        <extracomment>analysis/crossing.py</extracomment>
        <translation>zwischen den beiden Durchgängen fehlen Messwerte</translation>
    </message>
    <message>
        <source>the time stamps do not separate the two crossings</source>
        <extracomment>analysis/crossing.py</extracomment>
        <translation>die Zeitstempel trennen die beiden Durchgänge nicht</translation>
    </message>
    <message>
        <source>the area of the tip is not known</source>
        <extracomment>analysis/doses.py</extracomment>
        <translation>die Fläche der Spitze ist nicht bekannt</translation>
    </message>
    <message>
        <source>no let-go was called during the hold</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>während der Haltephase gab es keine Aufforderung loszulassen</translation>
    </message>
    <message>
        <source>the force stayed above a tenth of its plateau for 0.5 s after the contact</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>die Kraft blieb nach dem Kontakt 0,5 s lang über einem Zehntel ihres Niveaus</translation>
    </message>
    <message>
        <source>readings are missing where the force began to fall</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>dort, wo die Kraft zu fallen begann, fehlen Messwerte</translation>
    </message>
    <message>
        <source>a fall needs 50 readings a second</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>ein Abfall braucht 50 Messwerte je Sekunde</translation>
    </message>
    <message>
        <source>the force had begun to fall before the cue</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>die Kraft fiel schon vor der Aufforderung</translation>
    </message>
    <message>
        <source>readings are missing while the force fell</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>während die Kraft fiel, fehlen Messwerte</translation>
    </message>
    <message>
        <source>the recording ends before the force fell to a tenth of its plateau</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>die Aufzeichnung endet, bevor die Kraft auf ein Zehntel ihres Niveaus fiel</translation>
    </message>
    <message>
        <source>the recording ends less than 0.5 s after the contact</source>
        <extracomment>analysis/fall.py</extracomment>
        <translation>die Aufzeichnung endet weniger als 0,5 s nach dem Kontakt</translation>
    </message>
    <message>
        <source>the contact was on before the first reading</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>der Kontakt bestand schon vor dem ersten Messwert</translation>
    </message>
    <message>
        <source>readings are missing right before the contact</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>unmittelbar vor dem Kontakt fehlen Messwerte</translation>
    </message>
    <message>
        <source>the readings end before a let-go has lasted</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>die Messwerte enden, bevor ein Loslassen lange genug dauerte</translation>
    </message>
    <message>
        <source>readings are missing before a let-go has lasted</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>es fehlen Messwerte, bevor ein Loslassen lange genug dauerte</translation>
    </message>
    <message>
        <source>the bound takes {full_scale_n:g} N, 1.5 times the highest reading, for the full scale</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>die Schranke nimmt {full_scale_n:g} N, das 1,5-Fache des höchsten Messwerts, als Messbereich an</translation>
    </message>
    <message>
        <source>the contact lasted for more than an hour: its shape was not kept</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>der Kontakt dauerte länger als eine Stunde: Seine Form wurde nicht behalten</translation>
    </message>
    <message>
        <source>the force left the sensor&apos;s range: every sum is a lower bound</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>die Kraft verließ den Messbereich: Jede Summe ist eine untere Schranke</translation>
    </message>
    <message>
        <source>the next contact began within 0.5 s</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>die nächste Berührung begann innerhalb von 0,5 s</translation>
    </message>
    <message>
        <source>readings are missing for {missing_s:g} s and count nothing</source>
        <extracomment>analysis/measure.py</extracomment>
        <translation>für {missing_s:g} s fehlen Messwerte und zählen nichts</translation>
    </message>
    <message>
        <source>the force came and went: its level is not above zero</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>die Kraft kam und ging: Ihr Niveau liegt nicht über null</translation>
    </message>
    <message>
        <source>the plateau is shorter than 3 s</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>das Niveau dauert kürzer als 3 s</translation>
    </message>
    <message>
        <source>readings are missing: less than 2 s of the settled plateau are left</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>es fehlen Messwerte: Vom ruhigen Niveau bleiben weniger als 2 s</translation>
    </message>
    <message>
        <source>fewer than three readings lie in the settled plateau</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>im ruhigen Niveau liegen weniger als drei Messwerte</translation>
    </message>
    <message>
        <source>the hold ends less than 30 s after its plateau began</source>
        <extracomment>analysis/plateau.py</extracomment>
        <translation>die Haltephase endet weniger als 30 s nach Beginn ihres Niveaus</translation>
    </message>
    <message>
        <source>no rate of the rise was prescribed</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>es war keine Anstiegsrate vorgegeben</translation>
    </message>
    <message>
        <source>the beginning of the contact was not recorded</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>der Beginn des Kontakts wurde nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>fewer than three readings lie on the rise</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>auf dem Anstieg liegen weniger als drei Messwerte</translation>
    </message>
    <message>
        <source>no reading of the 0.5 s before the contact is below a tenth of the plateau</source>
        <extracomment>analysis/rise.py</extracomment>
        <translation>kein Messwert der 0,5 s vor dem Kontakt liegt unter einem Zehntel des Niveaus</translation>
    </message>
    <message>
        <source>a score needs 50 readings a second</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>eine Bewertung braucht 50 Messwerte je Sekunde</translation>
    </message>
    <message>
        <source>the target was to be held for less than a second</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>das Ziel war weniger als eine Sekunde zu halten</translation>
    </message>
    <message>
        <source>the readings end before it could be seen whether the force was gone</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>die Messwerte enden, bevor zu sehen war, ob die Kraft weg ist</translation>
    </message>
    <message>
        <source>the force left the sensor&apos;s range</source>
        <extracomment>analysis/algometry/moment.py</extracomment>
        <translation>die Kraft verließ den Messbereich</translation>
    </message>
    <message>
        <source>{missing} of {slots} readings are missing while the target was to be held</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>{missing} von {slots} Messwerten fehlen aus der Zeit, in der das Ziel zu halten war</translation>
    </message>
    <message>
        <source>readings are missing where it is seen whether the force is gone</source>
        <extracomment>analysis/score.py</extracomment>
        <translation>dort fehlen Messwerte, wo sich zeigt, ob die Kraft weg ist</translation>
    </message>
    <message>
        <source>nobody pressed during the trial</source>
        <extracomment>analysis/score_shape.py</extracomment>
        <translation>während des Versuchs hat niemand gedrückt</translation>
    </message>
    <message>
        <source>no target force was set</source>
        <extracomment>analysis/steadiness.py</extracomment>
        <translation>es war keine Zielkraft gesetzt</translation>
    </message>
    <message>
        <source>tremor needs 50 readings a second</source>
        <extracomment>analysis/steadiness.py</extracomment>
        <translation>Zittern braucht 50 Messwerte je Sekunde</translation>
    </message>
    <message>
        <source>readings are missing in the settled plateau</source>
        <extracomment>analysis/steadiness.py</extracomment>
        <translation>im ruhigen Niveau fehlen Messwerte</translation>
    </message>
    <message>
        <source>no target band was set</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>es war kein Band gesetzt</translation>
    </message>
    <message>
        <source>no two neighbouring readings lie in the hold</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>in der Haltephase liegen keine zwei benachbarten Messwerte</translation>
    </message>
    <message>
        <source>the force left the sensor&apos;s range: there is no upper bound</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>die Kraft verließ den Messbereich: Es gibt keine obere Schranke</translation>
    </message>
    <message>
        <source>readings are missing and the sensor&apos;s full scale is not known</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>es fehlen Messwerte, und der Messbereich des Sensors ist nicht bekannt</translation>
    </message>
    <message>
        <source>no pressure pain threshold was given</source>
        <extracomment>analysis/sums.py</extracomment>
        <translation>es ist keine Druckschmerzschwelle bekannt</translation>
    </message>
    <message>
        <source>readings are missing in the time that is averaged</source>
        <extracomment>analysis/algometry/probe.py</extracomment>
        <translation>in der Zeit, über die gemittelt wird, fehlen Messwerte</translation>
    </message>
    <message>
        <source>no reading falls into the time that is averaged</source>
        <extracomment>analysis/window.py</extracomment>
        <translation>kein Messwert fällt in die Zeit, über die gemittelt wird</translation>
    </message>
    <message>
        <source>nobody knows whether its zero was checked and its calibration is in date</source>
        <extracomment>session/abilities.py</extracomment>
        <translation>niemand weiß, ob sein Nullpunkt geprüft wurde und seine Kalibrierung noch gilt</translation>
    </message>
    <message>
        <source>it takes ten seconds of readings</source>
        <extracomment>session/ages.py</extracomment>
        <translation>es braucht Messwerte von zehn Sekunden</translation>
    </message>
    <message>
        <source>This computer may lock its screen or fall asleep meanwhile: switch both off in its settings first.</source>
        <extracomment>session/awake.py</extracomment>
        <translation>Dieser Computer kann währenddessen den Bildschirm sperren oder einschlafen: Schalten Sie vorher beides in seinen Einstellungen aus.</translation>
    </message>
    <message>
        <source>the tool does not say how full its battery is</source>
        <extracomment>session/battery.py</extracomment>
        <translation>das Gerät sagt nicht, wie voll sein Akku ist</translation>
    </message>
    <message>
        <source>not known before the charge has fallen a few steps</source>
        <extracomment>session/battery.py</extracomment>
        <translation>erst bekannt, wenn die Ladung um einige Stufen gefallen ist</translation>
    </message>
    <message>
        <source>{region}: {limit_n:g} N (assumed)</source>
        <extracomment>session/caps.py</extracomment>
        <translation>{region}: {limit_n:g} N (angenommen)</translation>
    </message>
    <message>
        <source>threshold on {region}: {end_kpa:g} kPa (assumed)</source>
        <extracomment>session/caps.py</extracomment>
        <translation>Schwelle, {region}: {end_kpa:g} kPa (angenommen)</translation>
    </message>
    <message>
        <source>sites called light: {limit_n:g} N (assumed)</source>
        <extracomment>session/caps.py</extracomment>
        <translation>als „leicht“ bezeichnete Orte: {limit_n:g} N (angenommen)</translation>
    </message>
    <message>
        <source>used before</source>
        <extracomment>session/choice.py</extracomment>
        <translation>schon benutzt</translation>
    </message>
    <message>
        <source>new here</source>
        <extracomment>session/choice.py</extracomment>
        <translation>hier neu</translation>
    </message>
    <message>
        <source>several tools are in range: add --tool {names}</source>
        <extracomment>session/choice.py</extracomment>
        <translation>mehrere Geräte sind in Reichweite: Fügen Sie --tool {names} hinzu</translation>
    </message>
    <message>
        <source>signal –</source>
        <extracomment>session/choice.py</extracomment>
        <translation>Signal –</translation>
    </message>
    <message>
        <source>{signal_dbm} dBm</source>
        <extracomment>session/choice.py</extracomment>
        <translation>{signal_dbm} dBm</translation>
    </message>
    <message>
        <source>battery –</source>
        <extracomment>session/choice.py</extracomment>
        <translation>Akku –</translation>
    </message>
    <message>
        <source>battery {percent} %</source>
        <extracomment>session/choice.py</extracomment>
        <translation>Akku {percent} %</translation>
    </message>
    <message>
        <source>the tool in range was never used here: to use it, add --tool {names}</source>
        <extracomment>session/choice.py</extracomment>
        <translation>das Gerät in Reichweite wurde hier noch nie benutzt: Um es zu benutzen, fügen Sie --tool {names} hinzu</translation>
    </message>
    <message>
        <source>no tool was chosen: switch yours on, or name it with --tool</source>
        <extracomment>session/choice.py</extracomment>
        <translation>es wurde kein Gerät gewählt: Schalten Sie Ihres ein, oder nennen Sie es mit --tool</translation>
    </message>
    <message>
        <source>it takes two exchanges</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>es braucht zwei Anfragen</translation>
    </message>
    <message>
        <source>the tool has not told its time yet</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>das Gerät hat seine Zeit noch nicht mitgeteilt</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>it takes five minutes</source>
        <extracomment>session/clock_health.py</extracomment>
        <translation>es braucht fünf Minuten</translation>
    </message>
    <message>
        <source>Step up to {target_n:.1f} N from the next contact on: {because}.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Stufe hoch auf {target_n:.1f} N ab dem nächsten Kontakt: {because}.</translation>
    </message>
    <message>
        <source>No step up: {why}.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Keine Stufe hoch: {why}.</translation>
    </message>
    <message>
        <source>Stopped: no more pressure today. If it does not pass at once, call medical help.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Gestoppt: heute kein Druck mehr. Wenn es nicht sofort vergeht, rufen Sie ärztliche Hilfe.</translation>
    </message>
    <message>
        <source>All holds are done.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Alle Haltephasen sind fertig.</translation>
    </message>
    <message>
        <source>This place was left out.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Dieser Ort wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Stopped: this point is closed for today. Tell a doctor if the feeling stays.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Gestoppt: Dieser Punkt ist für heute gesperrt. Wenn das Gefühl bleibt, sagen Sie es einem Arzt.</translation>
    </message>
    <message>
        <source>this run is not kept</source>
        <extracomment>session/kept.py</extracomment>
        <translation>dieser Lauf wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>the tool was not heard advertising</source>
        <extracomment>session/link_health.py</extracomment>
        <translation>vom Gerät war vor der Verbindung nichts zu hören</translation>
    </message>
    <message>
        <source>it takes five seconds of readings</source>
        <extracomment>session/link_health.py</extracomment>
        <translation>es braucht Messwerte von fünf Sekunden</translation>
    </message>
    <message>
        <source>no reading has come yet</source>
        <extracomment>session/ages.py</extracomment>
        <translation>noch kam kein Messwert</translation>
    </message>
    <message>
        <source>nothing came in the last ten seconds</source>
        <extracomment>session/link_health.py</extracomment>
        <translation>in den letzten zehn Sekunden kam nichts</translation>
    </message>
    <message>
        <source>“{text}” names no tool: write its serial number, ble:SERIAL, sim:SCENARIO, {drivers}</source>
        <extracomment>session/links.py</extracomment>
        <translation>„{text}“ nennt kein Gerät: Schreiben Sie seine Seriennummer, ble:SERIAL, sim:SCENARIO, {drivers}</translation>
    </message>
    <message>
        <source>{percent:.1f} % of the readings were lost in the last ten seconds</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{percent:.1f} % der Messwerte gingen in den letzten zehn Sekunden verloren</translation>
    </message>
    <message>
        <source>The zero is {zero_n:.1f} N away from the factory&apos;s</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Der Nullpunkt liegt {zero_n:.1f} N neben dem des Werks</translation>
    </message>
    <message>
        <source>{zero} and moves by {n_per_day} N a day</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{zero} und wandert um {n_per_day} N am Tag</translation>
    </message>
    <message>
        <source>For 99 % of the time the data are at most {old_ms:.0f} ms old.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>In 99 % der Zeit sind die Daten höchstens {old_ms:.0f} ms alt.</translation>
    </message>
    <message>
        <source>{rate_hz:.0f} readings come in a second.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Es kommen {rate_hz:.0f} Messwerte je Sekunde.</translation>
    </message>
    <message>
        <source>What is lost is not known, {why}: wait a moment.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Was verloren ging, ist nicht bekannt, {why}: Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>No reading was lost in the last ten seconds.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>In den letzten zehn Sekunden ging kein Messwert verloren.</translation>
    </message>
    <message>
        <source>The sensor works.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Der Sensor arbeitet.</translation>
    </message>
    <message>
        <source>No stop is held.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Kein STOP wird gehalten.</translation>
    </message>
    <message>
        <source>No readings come: bring the tool closer, or switch it off and on.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Es kommen keine Messwerte: Bringen Sie das Gerät näher, oder schalten Sie es aus und ein.</translation>
    </message>
    <message>
        <source>How old the data are is not known yet, {why}: wait a moment.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Wie alt die Daten sind, ist noch nicht bekannt, {why}: Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>The data are up to {old_s:.1f} s old: bring the tool closer, and switch other radios off.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Die Daten sind bis zu {old_s:.1f} s alt: Bringen Sie das Gerät näher, und schalten Sie andere Funkgeräte aus.</translation>
    </message>
    <message>
        <source>The tool sends {rate_hz:g} readings a second, a treatment needs 50: choose a higher rate.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Das Gerät sendet {rate_hz:g} Messwerte je Sekunde, eine Behandlung braucht 50: Wählen Sie eine höhere Rate.</translation>
    </message>
    <message>
        <source>The rate is not known yet, {why}: wait a moment.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Die Rate ist noch nicht bekannt, {why}: Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>Only {rate_hz:.0f} readings come in a second, a treatment needs 50: bring the tool closer.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Es kommen nur {rate_hz:.0f} Messwerte je Sekunde, eine Behandlung braucht 50: Bringen Sie das Gerät näher.</translation>
    </message>
    <message>
        <source>{lost}: bring the tool closer, and keep bodies out of the way.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{lost}: Bringen Sie das Gerät näher, und halten Sie den Weg frei von Körpern.</translation>
    </message>
    <message>
        <source>{lost}: bring the tool closer.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{lost}: Bringen Sie das Gerät näher.</translation>
    </message>
    <message>
        <source>{count} packets came damaged: if there are more, update the tool&apos;s firmware.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{count} Pakete kamen beschädigt an: Werden es mehr, aktualisieren Sie die Firmware des Geräts.</translation>
    </message>
    <message>
        <source>The sensor does not work: do not use this tool.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Der Sensor arbeitet nicht: Benutzen Sie dieses Gerät nicht.</translation>
    </message>
    <message>
        <source>The cell is overloaded: take the load off; if it stays so, have the tool looked at.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Die Messzelle ist überlastet: Entlasten Sie sie; bleibt es dabei, lassen Sie das Gerät prüfen.</translation>
    </message>
    <message>
        <source>The tool still holds a stop: let its button come up, then clear the stop.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Das Gerät hält noch ein STOP: Lassen Sie seinen Knopf los, und heben Sie dann das STOP auf.</translation>
    </message>
    <message>
        <source>The zero is {zero_n:.1f} N away from the factory&apos;s, more than {most_n:.1f} N: have it calibrated.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Der Nullpunkt liegt {zero_n:.1f} N neben dem des Werks, mehr als {most_n:.1f} N: Lassen Sie das Gerät kalibrieren.</translation>
    </message>
    <message>
        <source>{drift}: in {left_days:.0f} days it is too far, have it calibrated.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{drift}: In {left_days:.0f} Tagen ist er zu weit weg, lassen Sie das Gerät kalibrieren.</translation>
    </message>
    <message>
        <source>{reason}: take the tool off the skin, and its zero is measured.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>{reason}: Nehmen Sie das Gerät von der Haut, dann wird sein Nullpunkt gemessen.</translation>
    </message>
    <message>
        <source>The tool refused to measure its zero: take it off the skin and keep it still.</source>
        <extracomment>session/live_checks.py</extracomment>
        <translation>Das Gerät lehnte es ab, seinen Nullpunkt zu messen: Nehmen Sie es von der Haut und halten Sie es still.</translation>
    </message>
    <message>
        <source>the tool has not said what it is.</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>das Gerät hat nicht gesagt, was es ist.</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>{what}: {why}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Nobody is pressed with this tool now</source>
        <extracomment>session/look_ahead.py</extracomment>
        <translation>Mit diesem Gerät wird jetzt niemand gedrückt</translation>
    </message>
    <message>
        <source>{what}: {text}</source>
        <extracomment>session/meter.py</extracomment>
        <translation>{what}: {text}</translation>
    </message>
    <message>
        <source>battery: {percent} %</source>
        <extracomment>session/meter.py</extracomment>
        <translation>Akku: {percent} %</translation>
    </message>
    <message>
        <source>battery: {volts:g} V</source>
        <extracomment>session/meter.py</extracomment>
        <translation>Akku: {volts:g} V</translation>
    </message>
    <message>
        <source>the instrument lost readings</source>
        <extracomment>session/meter.py</extracomment>
        <translation>das Instrument verlor Messwerte</translation>
    </message>
    <message>
        <source>the instrument switches itself off: charge it</source>
        <extracomment>session/meter.py</extracomment>
        <translation>das Instrument schaltet sich aus: Laden Sie es auf</translation>
    </message>
    <message>
        <source>the tip was changed; each hold counts for the one that was on (areas: {areas})</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>die Spitze wurde gewechselt; jede Haltephase zählt für die, die aufgesetzt war (Flächen: {areas})</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{area_cm2:g} cm²</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>{area_cm2:g} cm²</translation>
    </message>
    <message>
        <source>{count} samples are lost: {why}</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>fehlende Messwerte: {count}, {why}</translation>
    </message>
    <message>
        <source>{count} samples came late: the tool sent them again after they were lost on the way</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>verspätete Messwerte: {count}; das Gerät sendete sie noch einmal, nachdem sie unterwegs verloren gingen</translation>
    </message>
    <message>
        <source>{count} samples are lost: never came again</source>
        <extracomment>session/offline/record_source.py</extracomment>
        <translation>fehlende Messwerte: {count}, kamen nie wieder</translation>
    </message>
    <message>
        <source>the record is cut off; what came before the cut is here</source>
        <extracomment>session/offline/wholeness.py</extracomment>
        <translation>die Aufzeichnung bricht ab; was davor liegt, steht hier</translation>
    </message>
    <message>
        <source>{count} payloads could not be decoded</source>
        <extracomment>session/offline/wholeness.py</extracomment>
        <translation>nicht dekodierbare Datenpakete: {count}</translation>
    </message>
    <message>
        <source>{left} steps up of {by_percent:g} % at most, each asked for after “{after}”, to {highest_n:.1f} N at most ({why})</source>
        <extracomment>session/plan.py</extracomment>
        <translation>{left} Stufen nach oben von höchstens {by_percent:g} %, jede erst auf Verlangen nach „{after}“, bis höchstens {highest_n:.1f} N ({why})</translation>
    </message>
    <message>
        <source>{after} {nrs}</source>
        <extracomment>session/plan.py</extracomment>
        <translation>{after} {nrs}</translation>
    </message>
    <message>
        <source>the band reaches {high_n:.1f} N, the limit is {limit_n:g} N ({why}): lower the target to {highest_n:.1f} N</source>
        <extracomment>session/plan.py</extracomment>
        <translation>das Band reicht bis {high_n:.1f} N, die Grenze ist {limit_n:g} N ({why}): Senken Sie das Ziel auf {highest_n:.1f} N</translation>
    </message>
    <message>
        <source>a hold lasts {hold_s:g} s, the limit is {limit_s:g} s ({why}): shorten it</source>
        <extracomment>session/plan.py</extracomment>
        <translation>eine Haltephase dauert {hold_s:g} s, die Grenze ist {limit_s:g} s ({why}): Kürzen Sie sie</translation>
    </message>
    <message>
        <source>its steps would rise to {rise_n:.1f} N, the limit is {limit_n:g} N ({why}): end them at {highest_n:.1f} N</source>
        <extracomment>session/plan.py</extracomment>
        <translation>seine Stufen stiegen bis {rise_n:.1f} N, die Grenze ist {limit_n:g} N ({why}): Lassen Sie sie bei {highest_n:.1f} N enden</translation>
    </message>
    <message>
        <source>the record has no header</source>
        <extracomment>session/playback.py</extracomment>
        <translation>die Aufzeichnung hat keinen Kopf</translation>
    </message>
    <message>
        <source>the record is damaged: {what} (“palpate records recover” saves what is intact)</source>
        <extracomment>session/playback.py</extracomment>
        <translation>die Aufzeichnung ist beschädigt: {what} („palpate records recover“ rettet, was heil ist)</translation>
    </message>
    <message>
        <source>the record ends before its first payload: there is nothing to read</source>
        <extracomment>session/playback.py</extracomment>
        <translation>die Aufzeichnung endet vor ihrem ersten Datenpaket: Es gibt nichts zu lesen</translation>
    </message>
    <message>
        <source>its header is not as it was written</source>
        <extracomment>session/playback.py</extracomment>
        <translation>ihr Kopf ist nicht so, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>payload {number} is not there</source>
        <extracomment>session/playback.py</extracomment>
        <translation>Datenpaket {number} fehlt</translation>
    </message>
    <message>
        <source>what describes its channels is not as it was written</source>
        <extracomment>session/playback.py</extracomment>
        <translation>was ihre Kanäle beschreibt, ist nicht so, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>payload {number} is not as it was written</source>
        <extracomment>session/playback.py</extracomment>
        <translation>Datenpaket {number} ist nicht so, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>the record&apos;s header is of a version that this program does not know: update it</source>
        <extracomment>session/playback.py</extracomment>
        <translation>der Kopf der Aufzeichnung hat eine Version, die dieses Programm nicht kennt: Aktualisieren Sie es</translation>
    </message>
    <message>
        <source>its last bytes are wrong</source>
        <extracomment>session/playback.py</extracomment>
        <translation>ihre letzten Bytes sind falsch</translation>
    </message>
    <message>
        <source>its check sum is wrong</source>
        <extracomment>session/playback.py</extracomment>
        <translation>ihre Prüfsumme ist falsch</translation>
    </message>
    <message>
        <source>this is no record (no MCAP file)</source>
        <extracomment>session/playback.py</extracomment>
        <translation>das ist keine Aufzeichnung (keine MCAP-Datei)</translation>
    </message>
    <message>
        <source>the system may remember an older list of its attributes: remove the tool from the system&apos;s list of Bluetooth devices, switch Bluetooth off and on, then connect again</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>das System kennt vielleicht eine ältere Liste seiner Attribute: Entfernen Sie das Gerät aus der Bluetooth-Liste des Systems, schalten Sie Bluetooth aus und ein, und verbinden Sie es neu</translation>
    </message>
    <message>
        <source>The battery lasts for {lasts_min:.0f} minutes, the plan for {needed_min:.0f} at most</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Der Akku hält {lasts_min:.0f} Minuten, der Plan dauert höchstens {needed_min:.0f}</translation>
    </message>
    <message>
        <source>origin</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>direction</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>range</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Messbereich</translation>
    </message>
    <message>
        <source>tip</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>calibration</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>storage</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>data</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Daten</translation>
    </message>
    <message>
        <source>rate</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Rate</translation>
    </message>
    <message>
        <source>losses</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>sensor</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>stop</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>STOP</translation>
    </message>
    <message>
        <source>zero</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Nullpunkt</translation>
    </message>
    <message>
        <source>The tool speaks profile {profile}, firmware {firmware}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das Gerät spricht Profil {profile}, Firmware {firmware}.</translation>
    </message>
    <message>
        <source>This is the tool {serial}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das ist das Gerät {serial}.</translation>
    </message>
    <message>
        <source>The tool does not measure compression: take one that does.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das Gerät misst keinen Druck: Nehmen Sie eines, das Druck misst.</translation>
    </message>
    <message>
        <source>The tool measures up to {full_n:.0f} N.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das Gerät misst bis {full_n:.0f} N.</translation>
    </message>
    <message>
        <source>The tip has {area_cm2:g} cm².</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Die Spitze hat {area_cm2:g} cm².</translation>
    </message>
    <message>
        <source>The calibration lies in the future: set this computer&apos;s date, or have the tool calibrated.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Die Kalibrierung liegt in der Zukunft: Stellen Sie das Datum dieses Computers, oder lassen Sie das Gerät kalibrieren.</translation>
    </message>
    <message>
        <source>The calibration is good until {due}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Die Kalibrierung gilt bis {due}.</translation>
    </message>
    <message>
        <source>The battery has {percent} %.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Der Akku hat {percent} %.</translation>
    </message>
    <message>
        <source>There is room for the record in {folder}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>In {folder} ist Platz für die Aufzeichnung.</translation>
    </message>
    <message>
        <source>The tool speaks profile {profile}.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das Gerät spricht Profil {profile}.</translation>
    </message>
    <message>
        <source>SIMULATED: this tool is a program; press nobody by it.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>SIMULIERT: Dieses Gerät ist ein Programm; drücken Sie danach niemanden.</translation>
    </message>
    <message>
        <source>The tool measures compression.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das Gerät misst Druck.</translation>
    </message>
    <message>
        <source>The tool ends at {full_n:.0f} N, below the plan&apos;s limit of {cap_n:.0f} N: take a stronger tool.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das Gerät reicht bis {full_n:.0f} N, weniger als die Grenze des Plans von {cap_n:.0f} N: Nehmen Sie ein stärkeres Gerät.</translation>
    </message>
    <message>
        <source>Nobody knows which tip is on: put one on that the tool lists, and say which.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Niemand weiß, welche Spitze aufgesetzt ist: Setzen Sie eine auf, die das Gerät kennt, und sagen Sie, welche.</translation>
    </message>
    <message>
        <source>The tool does not say when its calibration is due: ask its maker, and write it down.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Das Gerät sagt nicht, wann seine Kalibrierung fällig ist: Fragen Sie den Hersteller, und notieren Sie es.</translation>
    </message>
    <message>
        <source>The calibration was due on {due}: have the tool calibrated.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Die Kalibrierung war am {due} fällig: Lassen Sie das Gerät kalibrieren.</translation>
    </message>
    <message>
        <source>The calibration is due on {due}: make an appointment.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Die Kalibrierung ist am {due} fällig: Vereinbaren Sie einen Termin.</translation>
    </message>
    <message>
        <source>{reason}: charge it if in doubt.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{reason}: Laden Sie ihn im Zweifel.</translation>
    </message>
    <message>
        <source>The battery has {percent} %: charge it.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Der Akku hat {percent} %: Laden Sie ihn.</translation>
    </message>
    <message>
        <source>The battery has {percent} %, and how long that lasts is not known yet: charge it soon.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Der Akku hat {percent} %, und wie lange das reicht, ist noch nicht bekannt: Laden Sie ihn bald.</translation>
    </message>
    <message>
        <source>{lasts}: charge it.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{lasts}: Laden Sie ihn.</translation>
    </message>
    <message>
        <source>No record can be written in {folder} ({why}): choose another folder.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>In {folder} kann keine Aufzeichnung geschrieben werden ({why}): Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{folder} has {free_mb:.0f} MB left, a record needs {needed_mb:.0f} MB: make room.</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{folder} hat noch {free_mb:.0f} MB, eine Aufzeichnung braucht {needed_mb:.0f} MB: Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>profile</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Profil</translation>
    </message>
    <message>
        <source>{error}; if that does not help, {stale}</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>{error}; hilft das nicht: {stale}</translation>
    </message>
    <message>
        <source>attributes</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>tool</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>several of {title} are in range: add --tool {names}</source>
        <extracomment>session/reach.py</extracomment>
        <translation>mehrere „{title}“ sind in Reichweite: Fügen Sie --tool {names} hinzu</translation>
    </message>
    <message>
        <source>simulated instruments need {name}: install the extra “sim” (pip install palpate-app[sim])</source>
        <extracomment>session/reach.py</extracomment>
        <translation>simulierte Instrumente brauchen {name}: Installieren Sie das Extra „sim“ (pip install palpate-app[sim])</translation>
    </message>
    <message>
        <source>it fails with {error}</source>
        <extracomment>device/drivers/claims.py</extracomment>
        <translation>er scheitert mit {error}</translation>
    </message>
    <message>
        <source>the disk is full: free some space</source>
        <extracomment>session/record.py</extracomment>
        <translation>die Festplatte ist voll: Schaffen Sie Platz</translation>
    </message>
    <message>
        <source>the clock of this computer stands before the newest record ({newest:%Y-%m-%d %H:%M} UTC): set it right, or this record will be sorted before that one</source>
        <extracomment>session/records.py</extracomment>
        <translation>die Uhr dieses Computers steht vor der neuesten Aufzeichnung ({newest:%Y-%m-%d %H:%M} UTC): Stellen Sie sie richtig, sonst wird diese Aufzeichnung vor jener eingeordnet</translation>
    </message>
    <message>
        <source>the record was recovered: {kept} payloads kept; a payload with a wrong byte may be among them, {lost} lost</source>
        <extracomment>session/recovered.py</extracomment>
        <translation>die Aufzeichnung wurde gerettet: {kept} Datenpakete behalten, darunter vielleicht eines mit einem falschen Byte; {lost} verloren</translation>
    </message>
    <message>
        <source>an unknown number of</source>
        <extracomment>session/recovered.py</extracomment>
        <translation>unbekannt viele</translation>
    </message>
    <message>
        <source>the record was recovered: {kept} payloads kept, {lost} lost</source>
        <extracomment>session/recovered.py</extracomment>
        <translation>die Aufzeichnung wurde gerettet: {kept} Datenpakete behalten, {lost} verloren</translation>
    </message>
    <message>
        <source>the run was not recorded ({reason}): try again, or choose another place</source>
        <extracomment>session/rehearsal.py</extracomment>
        <translation>der Durchgang wurde nicht aufgezeichnet ({reason}): Versuchen Sie es noch einmal oder wählen Sie einen anderen Speicherort</translation>
    </message>
    <message>
        <source>the simulated tool does not start: choose another scenario</source>
        <extracomment>session/rehearsal.py</extracomment>
        <translation>das simulierte Gerät startet nicht: Wählen Sie ein anderes Szenario</translation>
    </message>
    <message>
        <source>patient</source>
        <extracomment>session/said.py</extracomment>
        <translation>Klient</translation>
    </message>
    <message>
        <source>therapist</source>
        <extracomment>session/said.py</extracomment>
        <translation>Therapeut</translation>
    </message>
    <message>
        <source>the treatment was ended</source>
        <extracomment>session/said.py</extracomment>
        <translation>die Behandlung wurde beendet</translation>
    </message>
    <message>
        <source>nobody is pressed before somebody says that the tool is at its place</source>
        <extracomment>session/said.py</extracomment>
        <translation>niemand wird gedrückt, bevor jemand sagt, dass das Gerät an seinem Ort ist</translation>
    </message>
    <message>
        <source>the tool is at its place</source>
        <extracomment>session/said.py</extracomment>
        <translation>das Gerät ist an seinem Ort</translation>
    </message>
    <message>
        <source>this place was left out</source>
        <extracomment>session/said.py</extracomment>
        <translation>dieser Ort wurde ausgelassen</translation>
    </message>
    <message>
        <source>a new zero was asked for</source>
        <extracomment>session/said.py</extracomment>
        <translation>ein neuer Nullpunkt wurde verlangt</translation>
    </message>
    <message>
        <source>the newest zero was taken back</source>
        <extracomment>session/said.py</extracomment>
        <translation>der neueste Nullpunkt wurde zurückgenommen</translation>
    </message>
    <message>
        <source>a step up was asked for</source>
        <extracomment>session/said.py</extracomment>
        <translation>eine Stufe mehr wurde verlangt</translation>
    </message>
    <message>
        <source>nobody is pressed before the tool was looked at</source>
        <extracomment>session/said.py</extracomment>
        <translation>niemand wird gedrückt, bevor das Gerät geprüft wurde</translation>
    </message>
    <message>
        <source>the tool was looked at and is fit</source>
        <extracomment>session/said.py</extracomment>
        <translation>das Gerät wurde geprüft und ist in Ordnung</translation>
    </message>
    <message>
        <source>pain {nrs} of 10, entered by the {by}, recalled</source>
        <extracomment>session/said.py</extracomment>
        <translation>Schmerz {nrs} von 10, aus der Erinnerung, eingetragen von: {by}</translation>
    </message>
    <message>
        <source>go on after a stop: {reason}</source>
        <extracomment>session/said.py</extracomment>
        <translation>weiter nach einem STOP: {reason}</translation>
    </message>
    <message>
        <source>now it begins to hurt, entered by the {by}</source>
        <extracomment>session/said.py</extracomment>
        <translation>jetzt beginnt es zu schmerzen, eingetragen von: {by}</translation>
    </message>
    <message>
        <source>this is the last hold of the plan</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>das ist die letzte Haltephase des Plans</translation>
    </message>
    <message>
        <source>the client has not said in this hold, after 20 s in the band, that the pain is gone</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>der Klient hat in dieser Haltephase nach 20 s im Band nicht gesagt, dass der Schmerz weg ist</translation>
    </message>
    <message>
        <source>the client has not said in this hold, after 20 s in the band, that the pain has halved</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>der Klient hat in dieser Haltephase nach 20 s im Band nicht gesagt, dass sich der Schmerz halbiert hat</translation>
    </message>
    <message>
        <source>this plan has none</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>dieser Plan hat keine</translation>
    </message>
    <message>
        <source>the client has not said in this hold that the pain is below {below_nrs}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>der Klient hat in dieser Haltephase nicht gesagt, dass der Schmerz unter {below_nrs} liegt</translation>
    </message>
    <message>
        <source>after a STOP nothing rises: first say why it was pressed</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>nach einem STOP steigt nichts: Sagen Sie zuerst, warum es gedrückt wurde</translation>
    </message>
    <message>
        <source>the hold ended because {why}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>die Haltephase endete: {why}</translation>
    </message>
    <message>
        <source>all steps of this plan are taken</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>alle Stufen dieses Plans sind genommen</translation>
    </message>
    <message>
        <source>{most_n:.1f} N is the most here, {why}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>{most_n:.1f} N sind hier das Höchste, {why}</translation>
    </message>
    <message>
        <source>the pain is {nrs}, below {below_nrs}</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>der Schmerz ist {nrs}, unter {below_nrs}</translation>
    </message>
    <message>
        <source>Guidance ended with an internal fault; what was recorded is kept.</source>
        <extracomment>session/summary.py</extracomment>
        <translation>Die Führung endete mit einem internen Fehler; was aufgezeichnet wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The link ended before the treatment was complete.</source>
        <extracomment>session/summary.py</extracomment>
        <translation>Die Verbindung endete, bevor die Behandlung vollständig war.</translation>
    </message>
    <message>
        <source>Zero measured: {zero_n} N from the factory&apos;s zero.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>Nullpunkt gemessen: {zero_n} N neben dem des Werks.</translation>
    </message>
    <message>
        <source>Zero refused: {reason}</source>
        <extracomment>session/tare.py</extracomment>
        <translation>Nullpunkt abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>The last zero is taken back: the one before it holds from now on.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>Der letzte Nullpunkt ist zurückgenommen: Ab jetzt gilt der davor.</translation>
    </message>
    <message>
        <source>the tool reads {mean_n} N, too much for a zero. Take it off the skin; if it reads so in the air, have it calibrated.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>das Gerät zeigt {mean_n} N, zu viel für einen Nullpunkt. Nehmen Sie es von der Haut; zeigt es das auch in der Luft, lassen Sie es kalibrieren.</translation>
    </message>
    <message>
        <source>the force varies by {noise_n:.1f} N, the tool is moving. Lay it down or hold it still.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>die Kraft schwankt um {noise_n:.1f} N, das Gerät bewegt sich. Legen Sie es hin oder halten Sie es still.</translation>
    </message>
    <message>
        <source>the sensor is at the end of its range. Take the load off.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>der Sensor ist am Ende seines Bereichs. Entlasten Sie ihn.</translation>
    </message>
    <message>
        <source>the sensor does not work. Do not use this tool.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>der Sensor arbeitet nicht. Benutzen Sie dieses Gerät nicht.</translation>
    </message>
    <message>
        <source>the tool is not ready for it. Wait a moment and try again.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>das Gerät ist dafür nicht bereit. Warten Sie einen Moment und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>the tool answered {result}. Switch it off and on, then try again.</source>
        <extracomment>session/tare.py</extracomment>
        <translation>das Gerät antwortete {result}. Schalten Sie es aus und ein, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The pressure will rise slowly. Press the button at the very moment when it begins to hurt.</source>
        <extracomment>session/threshold.py</extracomment>
        <translation>Der Druck nimmt langsam zu. Drücken Sie den Knopf genau in dem Augenblick, in dem es zu schmerzen beginnt.</translation>
    </message>
    <message>
        <source>the ramp would end at {end_n:g} N, the limit is {limit_n:g} N ({why}): lower its end</source>
        <extracomment>session/threshold.py</extracomment>
        <translation>der Anstieg würde bei {end_n:g} N enden, die Grenze ist {limit_n:g} N ({why}): Senken Sie sein Ende</translation>
    </message>
    <message>
        <source>the stimulus reaches {high_n:.1f} N, the limit is {limit_n:g} N ({why}): take a smaller tip or leave the test out</source>
        <extracomment>session/threshold.py</extracomment>
        <translation>der Prüfdruck erreicht {high_n:.1f} N, die Grenze ist {limit_n:g} N ({why}): Nehmen Sie eine kleinere Spitze, oder lassen Sie den Test aus</translation>
    </message>
    <message>
        <source>All readings are done.</source>
        <extracomment>session/threshold_guide.py</extracomment>
        <translation>Alle Messungen sind fertig.</translation>
    </message>
    <message>
        <source>Ended after {ramps} ramps: {valid} of {readings} readings count.</source>
        <extracomment>session/threshold_guide.py</extracomment>
        <translation>Beendet nach {ramps} Anstiegen: {valid} von {readings} Messungen zählen.</translation>
    </message>
    <message>
        <source>Ended before it was complete.</source>
        <extracomment>session/guide.py</extracomment>
        <translation>Beendet, bevor es vollständig war.</translation>
    </message>
    <message>
        <source>The link ended before it was complete.</source>
        <extracomment>session/threshold_run.py</extracomment>
        <translation>Die Verbindung endete, bevor es vollständig war.</translation>
    </message>
    <message>
        <source>the tool does not start sampling: switch it off and on again</source>
        <extracomment>session/threshold_run.py</extracomment>
        <translation>das Gerät beginnt nicht zu messen: Schalten Sie es aus und wieder ein</translation>
    </message>
    <message>
        <source>the tool does not say how it is set</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>das Gerät sagt nicht, wie es eingestellt ist</translation>
    </message>
    <message>
        <source>switch it off and on, then try again</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>schalten Sie es aus und wieder ein und versuchen Sie es dann noch einmal</translation>
    </message>
    <message>
        <source>its firmware does not know this: update it</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>seine Firmware kennt das nicht: Aktualisieren Sie sie</translation>
    </message>
    <message>
        <source>it does not take this value: choose another one</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>es nimmt diesen Wert nicht an: Wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>it is busy: try again in a moment</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>es ist beschäftigt: Versuchen Sie es gleich noch einmal</translation>
    </message>
    <message>
        <source>it cannot do this now: end the treatment first</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>es kann das jetzt nicht: Beenden Sie zuerst die Behandlung</translation>
    </message>
    <message>
        <source>the tool does not show itself</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>das Gerät zeigt sich nicht</translation>
    </message>
    <message>
        <source>the tool does not take this setting</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>das Gerät nimmt diese Einstellung nicht an</translation>
    </message>
    <message>
        <source>the tool does not switch off</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>das Gerät schaltet sich nicht aus</translation>
    </message>
    <message>
        <source>the tool hung up before it said what it is: switch it off and on</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>das Gerät trennte die Verbindung, bevor es sagte, was es ist: Schalten Sie es aus und wieder ein</translation>
    </message>
    <message>
        <source>{refusal} ({name}): {why}</source>
        <extracomment>session/tool_care.py</extracomment>
        <translation>{refusal} ({name}): {why}</translation>
    </message>
    <message>
        <source>The tool is asked to show itself.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Das Gerät wird gebeten, sich zu zeigen.</translation>
    </message>
    <message>
        <source>the tool shows itself now</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>das Gerät zeigt sich jetzt</translation>
    </message>
    <message>
        <source>Pairing: accept what the system asks. While its question has the keyboard, STOP with the button here or on the tool.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Kopplung: Nehmen Sie an, was das System fragt. Solange dessen Frage die Tastatur hat: STOP mit dem Knopf hier oder am Gerät.</translation>
    </message>
    <message>
        <source>the tool did not answer: try again</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>das Gerät antwortete nicht: Versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>that failed within the program: end the treatment and try “palpate tool settings”</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>das scheiterte im Programm: Beenden Sie die Behandlung und versuchen Sie „palpate tool settings“</translation>
    </message>
    <message>
        <source>Not during contact: take the tool off the skin first.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Nicht während des Kontakts: Nehmen Sie zuerst das Gerät von der Haut.</translation>
    </message>
    <message>
        <source>The tool is not connected: wait until it is.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Das Gerät ist nicht verbunden: Warten Sie, bis es das ist.</translation>
    </message>
    <message>
        <source>No fresh reading says that the tool is off the skin: wait for one.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>Kein frischer Messwert sagt, dass das Gerät von der Haut weg ist: Warten Sie auf einen.</translation>
    </message>
    <message>
        <source>this computer is paired with {name}</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>dieser Computer ist mit {name} gekoppelt</translation>
    </message>
    <message>
        <source>{said}.</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>{said}.</translation>
    </message>
    <message>
        <source>nothing to pair: {name} is simulated within this program</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>nichts zu koppeln: {name} wird in diesem Programm simuliert</translation>
    </message>
    <message>
        <source>this computer was paired with {name} already</source>
        <extracomment>session/tool_desk.py</extracomment>
        <translation>dieser Computer war mit {name} schon gekoppelt</translation>
    </message>
    <message>
        <source>no earlier zeros are at hand</source>
        <extracomment>session/tool_health.py</extracomment>
        <translation>frühere Nullpunkte liegen nicht vor</translation>
    </message>
    <message>
        <source>the zero was not measured yet</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>der Nullpunkt wurde noch nicht gemessen</translation>
    </message>
    <message>
        <source>the tool restarted after its zero was measured</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>das Gerät startete neu, nachdem sein Nullpunkt gemessen war</translation>
    </message>
    <message>
        <source>another tip is on since the zero was measured</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>seit der Messung des Nullpunkts ist eine andere Spitze aufgesetzt</translation>
    </message>
    <message>
        <source>the tool was calibrated after its zero was measured</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>das Gerät wurde kalibriert, nachdem sein Nullpunkt gemessen war</translation>
    </message>
    <message>
        <source>the zero was taken back</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>der Nullpunkt wurde zurückgenommen</translation>
    </message>
    <message>
        <source>the zero is {zero_n:.1f} N away from the factory&apos;s, more than {most_n:.1f} N</source>
        <extracomment>session/tool_stream.py</extracomment>
        <translation>der Nullpunkt liegt {zero_n:.1f} N neben dem des Werks, mehr als {most_n:.1f} N</translation>
    </message>
    <message>
        <source>the tool does not start sampling ({result}): switch it off and on again</source>
        <extracomment>session/treatment.py</extracomment>
        <translation>das Gerät beginnt nicht zu messen ({result}): Schalten Sie es aus und wieder ein</translation>
    </message>
    <message>
        <source>The tool still holds its stop: let its stop button come up, then go on.</source>
        <extracomment>session/treatment.py</extracomment>
        <translation>Das Gerät hält sein STOP noch: Lassen Sie seinen STOP-Knopf los, dann geht es weiter.</translation>
    </message>
    <message>
        <source>NOT RECORDED: {reason}</source>
        <extracomment>session/view.py</extracomment>
        <translation>KEINE AUFNAHME: {reason}</translation>
    </message>
    <message>
        <source>The disk is slow: what came in the last seconds is not safe from a loss of power yet</source>
        <extracomment>session/view.py</extracomment>
        <translation>Die Festplatte ist langsam: Was in den letzten Sekunden kam, wäre bei einem Stromausfall verloren</translation>
    </message>
    <message>
        <source>There is no earlier zero to go back to.</source>
        <extracomment>session/zero_card.py</extracomment>
        <translation>Es gibt keinen früheren Nullpunkt, zu dem man zurückkehren könnte.</translation>
    </message>
    <message>
        <source>The zero that holds is not to be trusted: measure it again.</source>
        <extracomment>session/zero_card.py</extracomment>
        <translation>Dem geltenden Nullpunkt ist nicht zu trauen: Messen Sie ihn neu.</translation>
    </message>
    <message>
        <source>the tool was not at rest lately</source>
        <extracomment>session/zero_check.py</extracomment>
        <translation>das Gerät war zuletzt nicht in Ruhe</translation>
    </message>
    <message>
        <source>The tool reads {force_n} N at rest: take it off the skin and have its zero measured again in this rest.</source>
        <extracomment>session/zero_check.py</extracomment>
        <translation>Das Gerät zeigt in Ruhe {force_n} N: Nehmen Sie es von der Haut, und lassen Sie in dieser Pause seinen Nullpunkt neu messen.</translation>
    </message>
    <message>
        <source>it takes three zeros on different days</source>
        <extracomment>session/zero_ledger.py</extracomment>
        <translation>es braucht drei Nullpunkte an verschiedenen Tagen</translation>
    </message>
    <message>
        <source>the zero could not be noted in {path} ({why}): make room there</source>
        <extracomment>session/zero_ledger.py</extracomment>
        <translation>der Nullpunkt konnte nicht in {path} notiert werden ({why}): Schaffen Sie dort Platz</translation>
    </message>
    <message>
        <source>the zeros in {path} cannot be read ({why}): look at its permissions</source>
        <extracomment>session/zero_ledger.py</extracomment>
        <translation>die Nullpunkte in {path} sind nicht lesbar ({why}): Prüfen Sie die Zugriffsrechte</translation>
    </message>
    <message>
        <source>The tool does not answer; trying again. If it stays so, switch it off and on.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>Das Gerät antwortet nicht; es wird erneut versucht. Bleibt es dabei, schalten Sie es aus und ein.</translation>
    </message>
    <message>
        <source>Zero refused: a hold is on, and a tool on the skin has no zero. Let go, then take it off the skin.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>Nullpunkt abgelehnt: Eine Haltephase läuft, und ein Gerät auf der Haut hat keinen Nullpunkt. Lassen Sie los, und nehmen Sie es dann von der Haut.</translation>
    </message>
    <message>
        <source>Zero refused: {reason}. Have the tool calibrated.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>Nullpunkt abgelehnt: {reason}. Lassen Sie das Gerät kalibrieren.</translation>
    </message>
    <message>
        <source>{reason}: keep the tool off the skin until it is measured again.</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>{reason}: Halten Sie das Gerät von der Haut fern, bis er neu gemessen ist.</translation>
    </message>
    <message>
        <source>the ledger of the tool&apos;s zeros cannot be used</source>
        <extracomment>session/zero_measuring.py</extracomment>
        <translation>das Verzeichnis der Nullpunkte des Geräts ist nicht nutzbar</translation>
    </message>
    <message>
        <source>{region}: {why}</source>
        <extracomment>clinic/bodymap/standing.py</extracomment>
        <translation>{region}: {why}</translation>
    </message>
    <message>
        <source>the clinic</source>
        <extracomment>clinic/cases/kept.py</extracomment>
        <translation>die Praxis</translation>
    </message>
    <message>
        <source>{site} is blocked: choose another site</source>
        <extracomment>clinic/entries/places.py</extracomment>
        <translation>{site} ist gesperrt: Wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>{at}there is no such key: take it out, or look at its spelling in docs/knowledge.md</source>
        <extracomment>clinic/mistakes.py</extracomment>
        <translation>{at}Diesen Schlüssel gibt es nicht: Nehmen Sie ihn heraus, oder sehen Sie in docs/knowledge.md nach, wie er geschrieben wird</translation>
    </message>
    <message>
        <source>{at}this key is missing</source>
        <extracomment>clinic/mistakes.py</extracomment>
        <translation>{at}Dieser Schlüssel fehlt</translation>
    </message>
    <message>
        <source>{at}{said}, and it is {value}</source>
        <extracomment>clinic/mistakes.py</extracomment>
        <translation>{at}{said}, und es ist {value}</translation>
    </message>
    <message>
        <source>the plan presses this point for {pressed_s:g} s, and {left_s:g} s are left in this visit: take fewer or shorter holds</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>der Plan drückt diesen Punkt {pressed_s:g} s lang, und {left_s:g} s sind bei diesem Termin noch übrig: Nehmen Sie weniger oder kürzere Haltephasen</translation>
    </message>
    <message>
        <source>the target of {target_n:.1f} N is above the last visit&apos;s {last_n:.1f} N: confirm it, or lower it</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>das Ziel von {target_n:.1f} N liegt über den {last_n:.1f} N des letzten Termins: Bestätigen Sie es, oder senken Sie es</translation>
    </message>
    <message>
        <source>this cap is for a {use}, not for a plan: ask for that of a treatment</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>diese Grenze gilt für „{use}“ und nicht für einen Plan: Fragen Sie nach der einer Behandlung</translation>
    </message>
    <message>
        <source>“{plan}” is for bench and simulator: take another plan</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>„{plan}“ ist für Prüfstand und Simulator: Nehmen Sie einen anderen Plan</translation>
    </message>
    <message>
        <source>“{plan}” is not offered to a client with a lowered cap: take another plan</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>„{plan}“ wird einem Klienten mit gesenkter Grenze nicht angeboten: Nehmen Sie einen anderen Plan</translation>
    </message>
    <message>
        <source>“{plan}” has to be acknowledged first: {evidence}</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>„{plan}“ erfordert erst Ihre Bestätigung: {evidence}</translation>
    </message>
    <message>
        <source>target lowered from {meant_n:.1f} N to {target_n:.1f} N: {why}</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>Ziel von {meant_n:.1f} N auf {target_n:.1f} N gesenkt: {why}</translation>
    </message>
    <message>
        <source>holds shortened from {before_s:g} s to {now_s:g} s: {why}</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>Haltephasen von {before_s:g} s auf {now_s:g} s gekürzt: {why}</translation>
    </message>
    <message>
        <source>{count} of {all} holds: the time at this point is limited</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>{count} von {all} Haltephasen: Die Zeit an diesem Punkt ist begrenzt</translation>
    </message>
    <message>
        <source>rests lengthened from {before_s:g} s to {now_s:g} s</source>
        <extracomment>clinic/plans/build.py</extracomment>
        <translation>Pausen von {before_s:g} s auf {now_s:g} s verlängert</translation>
    </message>
    <message>
        <source>The pressure will rise slowly. Press the button as soon as the pain is 3 of 10.</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>Der Druck nimmt langsam zu. Drücken Sie den Knopf, sobald der Schmerz 3 von 10 beträgt.</translation>
    </message>
    <message>
        <source>The pressure will rise slowly. Press the button when you want no more, at 7 of 10 at the latest.</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>Der Druck nimmt langsam zu. Drücken Sie den Knopf, wenn Sie nicht mehr wollen, spätestens bei 7 von 10.</translation>
    </message>
    <message>
        <source>the fixed probe is above the limit of {force_n:.1f} N ({why}): leave it out</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>der feste Prüfdruck liegt über der Grenze von {force_n:.1f} N ({why}): Lassen Sie ihn aus</translation>
    </message>
    <message>
        <source>this cap is not for a measurement: ask for that of a threshold or a tolerance</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>diese Grenze gilt nicht für eine Messung: Fragen Sie nach der einer Schwelle oder einer Toleranz</translation>
    </message>
    <message>
        <source>this cap is not for a fixed probe: ask for that of one</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>diese Grenze gilt nicht für einen festen Prüfdruck: Fragen Sie nach der dafür</translation>
    </message>
    <message>
        <source>nothing can be measured under a cap of {force_n:.1f} N: leave it out</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>unter einer Grenze von {force_n:.1f} N lässt sich nichts messen: Lassen Sie es aus</translation>
    </message>
    <message>
        <source>{kpa:.0f} kPa for {hold_s:g} s, then the pain is asked for.</source>
        <extracomment>clinic/plans/measuring.py</extracomment>
        <translation>{kpa:.0f} kPa für {hold_s:g} s, dann wird nach dem Schmerz gefragt.</translation>
    </message>
    <message>
        <source>{share:g} × the threshold</source>
        <extracomment>clinic/plans/rises.py</extracomment>
        <translation>{share:g} × die Schwelle</translation>
    </message>
    <message>
        <source>a target is above 0 N: give another one, or end the treatment</source>
        <extracomment>clinic/plans/steps.py</extracomment>
        <translation>ein Ziel liegt über 0 N: Geben Sie ein anderes an, oder beenden Sie die Behandlung</translation>
    </message>
    <message>
        <source>{target_n:.1f} N is above the limit: {why}</source>
        <extracomment>clinic/plans/steps.py</extracomment>
        <translation>{target_n:.1f} N liegen über der Grenze: {why}</translation>
    </message>
    <message>
        <source>a fixed force needs a pain threshold of this visit, point and tip: measure it, or take a plan led by pain</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>eine feste Kraft braucht eine Schmerzschwelle dieses Termins, dieses Punkts und dieser Spitze: Messen Sie sie, oder nehmen Sie einen Plan, der sich nach dem Schmerz richtet</translation>
    </message>
    <message>
        <source>this target is a share of the pain threshold, and there is none of this visit, point and tip that may be used: measure it, or take another plan</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>dieses Ziel ist ein Anteil der Schmerzschwelle, und es gibt keine dieses Termins, dieses Punkts und dieser Spitze, die verwendet werden darf: Messen Sie sie, oder nehmen Sie einen anderen Plan</translation>
    </message>
    <message>
        <source>nobody feels pain on the bench: take a plan in newtons</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>am Prüfstand spürt niemand Schmerz: Nehmen Sie einen Plan in Newton</translation>
    </message>
    <message>
        <source>reports of pain cannot be relied on here: take a plan with a fixed pressure under the cap</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>auf Schmerzangaben ist hier kein Verlass: Nehmen Sie einen Plan mit festem Druck unter der Grenze</translation>
    </message>
    <message>
        <source>without a pain threshold of this visit, point and tip a plan is led to pain {nrs} at most: measure it, or take another plan</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>ohne Schmerzschwelle dieses Termins, dieses Punkts und dieser Spitze führt ein Plan höchstens bis Schmerz {nrs}: Messen Sie sie, oder nehmen Sie einen anderen Plan</translation>
    </message>
    <message>
        <source>for this client a hold stops from pain {nrs} on: take another plan</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>bei diesem Klienten endet eine Haltephase ab Schmerz {nrs}: Nehmen Sie einen anderen Plan</translation>
    </message>
    <message>
        <source>a pressure needs a tip of known area: on the bench take a plan in newtons</source>
        <extracomment>clinic/plans/targets.py</extracomment>
        <translation>ein Druck braucht eine Spitze mit bekannter Fläche: Nehmen Sie am Prüfstand einen Plan in Newton</translation>
    </message>
    <message>
        <source>one point stands twice in the plan: put its holds together</source>
        <extracomment>clinic/plans/visit.py</extracomment>
        <translation>ein Punkt steht zweimal im Plan: Fassen Sie seine Haltephasen zusammen</translation>
    </message>
    <message>
        <source>the plan takes {takes_min:.0f} min and the appointment has {appointment_min:g}: leave points out</source>
        <extracomment>clinic/plans/visit.py</extracomment>
        <translation>der Plan dauert {takes_min:.0f} min, und der Termin hat {appointment_min:g}: Lassen Sie Punkte aus</translation>
    </message>
    <message>
        <source>before: {why}</source>
        <extracomment>clinic/review/compare.py</extracomment>
        <translation>vorher: {why}</translation>
    </message>
    <message>
        <source>after: {why}</source>
        <extracomment>clinic/review/compare.py</extracomment>
        <translation>nachher: {why}</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From the first reading of the contact to the last.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Vom ersten Messwert des Kontakts bis zum letzten.</translation>
    </message>
    <message>
        <source>Mean pressure</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Mittlerer Druck</translation>
    </message>
    <message>
        <source>Mean force over the area of the tip; gaps are left out.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Mittlere Kraft durch die Fläche der Spitze; Lücken sind ausgelassen.</translation>
    </message>
    <message>
        <source>Mean force</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Mittlere Kraft</translation>
    </message>
    <message>
        <source>Impulse over the time with readings; gaps are left out.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Impuls durch die Zeit mit Messwerten; Lücken sind ausgelassen.</translation>
    </message>
    <message>
        <source>Middle force</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Median der Kraft</translation>
    </message>
    <message>
        <source>Half of the readings lie above it; short peaks do not move it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Die Hälfte der Messwerte liegt darüber; kurze Spitzen ändern ihn nicht.</translation>
    </message>
    <message>
        <source>Peak</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>The highest reading; where the sensor was at its end, the truth was higher.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Der höchste Messwert; wo der Sensor am Ende war, lag die Wahrheit höher.</translation>
    </message>
    <message>
        <source>Time in band</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Zeit im Band</translation>
    </message>
    <message>
        <source>Time within the target ± its tolerance. This is what a plan counts.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Zeit innerhalb des Ziels ± seiner Toleranz. Das zählt ein Plan.</translation>
    </message>
    <message>
        <source>Longest in band</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Längste Zeit im Band</translation>
    </message>
    <message>
        <source>The longest time in the band without leaving it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Die längste Zeit im Band, ohne es zu verlassen.</translation>
    </message>
    <message>
        <source>Dose</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Pressure times time, summed; nothing is added where readings are missing.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Druck mal Zeit, summiert; wo Messwerte fehlen, kommt nichts hinzu.</translation>
    </message>
    <message>
        <source>Dose, at least</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis, mindestens</translation>
    </message>
    <message>
        <source>The dose if nothing was pressed where readings are missing.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Die Dosis, wenn nichts gedrückt wurde, wo Messwerte fehlen.</translation>
    </message>
    <message>
        <source>Dose, at most</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis, höchstens</translation>
    </message>
    <message>
        <source>The dose if each gap hid as much as a fast hand can press.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Die Dosis, wenn jede Lücke so viel verbarg, wie eine schnelle Hand drücken kann.</translation>
    </message>
    <message>
        <source>Dose in thresholds</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis in Schwellen</translation>
    </message>
    <message>
        <source>Seconds at the pain threshold that give the same dose; no trial used it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Sekunden an der Schmerzschwelle, die dieselbe Dosis ergeben; keine Studie verwendete sie.</translation>
    </message>
    <message>
        <source>Impulse</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>Force times time, summed: the dose without the area of the tip.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Kraft mal Zeit, summiert: die Dosis ohne die Fläche der Spitze.</translation>
    </message>
    <message>
        <source>Without readings</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Ohne Messwerte</translation>
    </message>
    <message>
        <source>Time inside the hold of which nothing is known.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Zeit in der Haltephase, von der nichts bekannt ist.</translation>
    </message>
    <message>
        <source>Short let-goes</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Kurzes Loslassen</translation>
    </message>
    <message>
        <source>Let-goes inside the hold that were too short to end it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie oft in der Haltephase losgelassen wurde, aber zu kurz, um sie zu beenden.</translation>
    </message>
    <message>
        <source>Distance from target</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Abstand vom Ziel</translation>
    </message>
    <message>
        <source>Typical distance of the settled force from the target; its parts follow.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Üblicher Abstand der ruhigen Kraft vom Ziel; seine Teile folgen.</translation>
    </message>
    <message>
        <source>Offset from target</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Versatz zum Ziel</translation>
    </message>
    <message>
        <source>How far the settled force lay above (+) or below (−) the target on average.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie weit die ruhige Kraft im Mittel über (+) oder unter (−) dem Ziel lag.</translation>
    </message>
    <message>
        <source>Part of it: drift</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Davon: Drift</translation>
    </message>
    <message>
        <source>How much of the distance comes from a force that rose or fell steadily.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie viel des Abstands von einer Kraft kommt, die stetig stieg oder fiel.</translation>
    </message>
    <message>
        <source>Part of it: wavering</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Davon: Schwanken</translation>
    </message>
    <message>
        <source>How much of the distance comes from a hand that wavered.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie viel des Abstands von einer Hand kommt, die schwankte.</translation>
    </message>
    <message>
        <source>Steadiness (CV)</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Schwankung (CV)</translation>
    </message>
    <message>
        <source>Wavering as a share of the force; smaller is steadier.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Schwanken als Anteil der Kraft; kleiner ist ruhiger.</translation>
    </message>
    <message>
        <source>Drift</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Slope of the settled force. Tissue, hand and sensor cannot be told apart by it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Steigung der ruhigen Kraft. Gewebe, Hand und Sensor lassen sich daran nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Tremor</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Zittern</translation>
    </message>
    <message>
        <source>Wavering between 4 and 12 Hz, where a hand that presses trembles.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Schwanken zwischen 4 und 12 Hz, wo eine drückende Hand zittert.</translation>
    </message>
    <message>
        <source>Rise</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>How fast the force grew from a tenth to nine tenths of its level.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie schnell die Kraft von einem Zehntel auf neun Zehntel ihres Niveaus wuchs.</translation>
    </message>
    <message>
        <source>Rise of pressure</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Anstieg des Drucks</translation>
    </message>
    <message>
        <source>The rise over the area of the tip.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Der Anstieg durch die Fläche der Spitze.</translation>
    </message>
    <message>
        <source>Distance from ramp</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Abstand von der Rate</translation>
    </message>
    <message>
        <source>How far the rise lay from the prescribed rate.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie weit der Anstieg von der vorgegebenen Rate abwich.</translation>
    </message>
    <message>
        <source>Overshoot</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Überschießen</translation>
    </message>
    <message>
        <source>How far the peak went beyond the target; negative where it was not reached.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie weit die Spitze über das Ziel hinausging; negativ, wo es nicht erreicht wurde.</translation>
    </message>
    <message>
        <source>Fall within 30 s</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Abfall in 30 s</translation>
    </message>
    <message>
        <source>How much less force after 30 s than at first. At constant force it says nothing.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie viel weniger Kraft nach 30 s als am Anfang. Bei gleichbleibender Kraft sagt es nichts.</translation>
    </message>
    <message>
        <source>Until the hand let go</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Bis die Hand losließ</translation>
    </message>
    <message>
        <source>From the call to let go until the force began to fall; the link&apos;s delay is in it.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Von der Aufforderung loszulassen, bis die Kraft zu fallen begann; die Verzögerung der Verbindung ist darin.</translation>
    </message>
    <message>
        <source>Let-go</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>How long the force fell from nine tenths to one tenth; slower is gentler.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie lange die Kraft von neun Zehnteln auf ein Zehntel fiel; langsamer ist sanfter.</translation>
    </message>
    <message>
        <source>Fall</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Abfall</translation>
    </message>
    <message>
        <source>How fast the force fell.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wie schnell die Kraft fiel.</translation>
    </message>
    <message>
        <source>Force left</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Restkraft</translation>
    </message>
    <message>
        <source>What still pressed shortly after the end; an uneven zero shows here, too.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Was kurz nach dem Ende noch drückte; auch ein unebener Nullpunkt zeigt sich hier.</translation>
    </message>
    <message>
        <source>Touched again after</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Wieder berührt nach</translation>
    </message>
    <message>
        <source>Within half a second of the end; a dash: it was not touched again.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Innerhalb einer halben Sekunde nach dem Ende; ein Strich: Es wurde nicht wieder berührt.</translation>
    </message>
    <message>
        <source>Above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Über der Grenze</translation>
    </message>
    <message>
        <source>Time above the limit of the plan.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Zeit über der Grenze des Plans.</translation>
    </message>
    <message>
        <source>The highest force above the limit; a dash: it was never exceeded.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Die höchste Kraft über der Grenze; ein Strich: Sie wurde nie überschritten.</translation>
    </message>
    <message>
        <source>Peak above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Spitze über der Grenze</translation>
    </message>
    <message>
        <source>Impulse above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Impuls über der Grenze</translation>
    </message>
    <message>
        <source>The area between the force and the limit.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Die Fläche zwischen der Kraft und der Grenze.</translation>
    </message>
    <message>
        <source>Dose above the limit</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dosis über der Grenze</translation>
    </message>
    <message>
        <source>The same over the area of the tip.</source>
        <extracomment>clinic/review/metrics.py</extracomment>
        <translation>Dasselbe durch die Fläche der Spitze.</translation>
    </message>
    <message>
        <source>the treatment was ended early</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>die Behandlung wurde vorzeitig beendet</translation>
    </message>
    <message>
        <source>the tissue became softer, as the therapist felt it</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>das Gewebe wurde weicher, wie der Therapeut es spürte</translation>
    </message>
    <message>
        <source>pain {nrs} of 10, entered by the {by}</source>
        <extracomment>session/said.py</extracomment>
        <translation>Schmerz {nrs} von 10, eingetragen von: {by}</translation>
    </message>
    <message>
        <source>pain {nrs} of 10, entered by the {by}, of the hold before</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>Schmerz {nrs} von 10 in der Haltephase davor, eingetragen von: {by}</translation>
    </message>
    <message>
        <source>“now it begins to hurt”, entered by the {by}</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>„jetzt beginnt es zu schmerzen“, eingetragen von: {by}</translation>
    </message>
    <message>
        <source>let go: {why}</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>loslassen: {why}</translation>
    </message>
    <message>
        <source>STOP was pressed</source>
        <extracomment>session/said.py</extracomment>
        <translation>STOP wurde gedrückt</translation>
    </message>
    <message>
        <source>reason of the STOP: {reason}</source>
        <extracomment>clinic/review/reviewed.py</extracomment>
        <translation>Grund des STOPs: {reason}</translation>
    </message>
    <message>
        <source>there is no such adverse event: look at the list again</source>
        <extracomment>clinic/screening/adverse.py</extracomment>
        <translation>dieses unerwünschte Ereignis gibt es nicht: Sehen Sie noch einmal in die Liste</translation>
    </message>
    <message>
        <source>the same adverse event stands here twice: take one of them out</source>
        <extracomment>clinic/screening/adverse.py</extracomment>
        <translation>dasselbe unerwünschte Ereignis steht hier zweimal: Nehmen Sie eines heraus</translation>
    </message>
    <message>
        <source>{share:g} × PPT + {added_kpa:g} kPa</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{share:g} × PPT + {added_kpa:g} kPa</translation>
    </message>
    <message>
        <source>{name}, × {share:g} for {findings} ({confidence})</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{name}, × {share:g} wegen {findings} (Sicherheit: {confidence})</translation>
    </message>
    <message>
        <source>{name} ({confidence})</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{name} (Sicherheit: {confidence})</translation>
    </message>
    <message>
        <source>{share:g} × PPT: {name} ({confidence})</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{share:g} × PPT: {name} (Sicherheit: {confidence})</translation>
    </message>
    <message>
        <source>{why}: {value:.4g} {unit}</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{why}: {value:.4g} {unit}</translation>
    </message>
    <message>
        <source>{names}, {share:g} × PPT</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>{names}, {share:g} × PPT</translation>
    </message>
    <message>
        <source>time left at this point in this visit</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>Zeit, die an diesem Punkt bei diesem Termin bleibt</translation>
    </message>
    <message>
        <source>a fifth less than what was too painful today</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>ein Fünftel weniger, als heute zu schmerzhaft war</translation>
    </message>
    <message>
        <source>longest hold of any plan</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>längste Haltephase aller Pläne</translation>
    </message>
    <message>
        <source>highest force at such a site</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>höchste Kraft an einem solchen Ort</translation>
    </message>
    <message>
        <source>tolerance of today</source>
        <extracomment>clinic/screening/bounds.py</extracomment>
        <translation>Toleranz von heute</translation>
    </message>
    <message>
        <source>{name} is a trainee and clears nothing: ask a practitioner to do it</source>
        <extracomment>clinic/screening/clearance.py</extracomment>
        <translation>{name} ist in Ausbildung und gibt nichts frei: Bitten Sie einen Behandler darum</translation>
    </message>
    <message>
        <source>the physician&apos;s clearance is dated after it was recorded: correct one of the dates</source>
        <extracomment>clinic/screening/clearance.py</extracomment>
        <translation>die ärztliche Freigabe trägt ein späteres Datum als ihr Eintrag: Berichtigen Sie eines der beiden</translation>
    </message>
    <message>
        <source>what was done</source>
        <extracomment>clinic/screening/doses.py</extracomment>
        <translation>was getan wurde</translation>
    </message>
    <message>
        <source>{path}: these are no doses of “palpate treat”: {why}</source>
        <extracomment>clinic/screening/doses.py</extracomment>
        <translation>{path}: Das sind keine Dosen von „palpate treat“: {why}</translation>
    </message>
    <message>
        <source>bench and simulator only: half of the device&apos;s 120 N (assumed)</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>nur Prüfstand und Simulator: die Hälfte der 120 N des Geräts (angenommen)</translation>
    </message>
    <message>
        <source>there is no site “{site}”: choose one of the map</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>den Ort „{site}“ gibt es nicht: Wählen Sie einen der Karte</translation>
    </message>
    <message>
        <source>no place was named: choose site and side</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>es wurde kein Ort genannt: Wählen Sie Ort und Seite</translation>
    </message>
    <message>
        <source>the chart</source>
        <extracomment>clinic/screening/files.py</extracomment>
        <translation>die Akte</translation>
    </message>
    <message>
        <source>{path}: this is no chart of “palpate screen”: {why}</source>
        <extracomment>clinic/screening/files.py</extracomment>
        <translation>{path}: Das ist keine Akte von „palpate screen“: {why}</translation>
    </message>
    <message>
        <source>{path}: {what} cannot be written ({why}): choose another place</source>
        <extracomment>clinic/screening/files.py</extracomment>
        <translation>{path}: Schreiben nicht möglich – {what} ({why}): Wählen Sie einen anderen Speicherort</translation>
    </message>
    <message>
        <source>{name} (unsure), cleared: {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name} (unsicher), freigegeben: {effect}. {advice}</translation>
    </message>
    <message>
        <source>{name} (unsure): {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name} (unsicher): {effect}. {advice}</translation>
    </message>
    <message>
        <source>{name}, cleared: {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name}, freigegeben: {effect}. {advice}</translation>
    </message>
    <message>
        <source>{name}: {effect}. {advice}</source>
        <extracomment>clinic/screening/findings.py</extracomment>
        <translation>{name}: {effect}. {advice}</translation>
    </message>
    <message>
        <source>Has anything changed since the last questionnaire: health, medicines, injuries, operations?</source>
        <extracomment>clinic/screening/questionnaire.py</extracomment>
        <translation>Hat sich seit dem letzten Fragebogen etwas geändert: Gesundheit, Medikamente, Verletzungen, Operationen?</translation>
    </message>
    <message>
        <source>this point was pressed for {pressed_s:.0f} s in this visit, and {most_s:g} s are the most: go on at another one, here not before {again}</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>dieser Punkt wurde bei diesem Termin {pressed_s:.0f} s gedrückt, und {most_s:g} s sind das Höchste: Machen Sie an einem anderen weiter, hier nicht vor {again}</translation>
    </message>
    <message>
        <source>this point was pressed for {pressed_s:.0f} s in this visit, and {most_s:g} s are the most: go on at another one</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>dieser Punkt wurde bei diesem Termin {pressed_s:.0f} s gedrückt, und {most_s:g} s sind das Höchste: Machen Sie an einem anderen weiter</translation>
    </message>
    <message>
        <source>{site}: nobody presses in this region ({region}: {why})</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{site}: In dieser Region drückt niemand ({region}: {why})</translation>
    </message>
    <message>
        <source>the screening questions were not asked: ask them first (palpate screen)</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>die Fragen des Screenings wurden nicht gestellt: Stellen Sie sie zuerst (palpate screen)</translation>
    </message>
    <message>
        <source>the questions of “{clinic}” were asked, and its file is not here: name it with --own</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>gestellt wurden die Fragen von „{clinic}“, und deren Datei ist nicht hier: Nennen Sie sie mit --own</translation>
    </message>
    <message>
        <source>the answers are older than {days:g} days: ask the questions again</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>die Antworten sind älter als {days:g} Tage: Stellen Sie die Fragen erneut</translation>
    </message>
    <message>
        <source>something changed since the questions were answered: ask them again</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>seit den Antworten hat sich etwas geändert: Stellen Sie die Fragen erneut</translation>
    </message>
    <message>
        <source>nobody asked in this visit whether anything changed: ask the client</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>bei diesem Termin fragte niemand, ob sich etwas geändert hat: Fragen Sie den Klienten</translation>
    </message>
    <message>
        <source>there is no consent of this visit: explain what to expect, try the stop signal once, and record both</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>es gibt keine Einwilligung für diesen Termin: Erklären Sie, was zu erwarten ist, probieren Sie das Stoppzeichen einmal aus, und tragen Sie beides ein</translation>
    </message>
    <message>
        <source>this point was treated less than {hours:g} h ago: not before {again}</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>dieser Punkt wurde vor weniger als {hours:g} h behandelt: nicht vor {again}</translation>
    </message>
    <message>
        <source>no pain threshold is measured with these findings: one reading at pain 3 of 10 instead</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>bei diesen Befunden wird keine Schmerzschwelle gemessen: stattdessen eine Messung bei Schmerz 3 von 10</translation>
    </message>
    <message>
        <source>reports of pain cannot be relied on: nothing is measured by them</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>auf die Schmerzangaben ist kein Verlass: Nach ihnen wird nichts gemessen</translation>
    </message>
    <message>
        <source>{use} is a share of the pain threshold of this visit, point and tip: measure it first</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{use}: Der Druck ist ein Anteil der Schmerzschwelle dieses Termins, dieses Punkts und dieser Spitze; messen Sie sie zuerst</translation>
    </message>
    <message>
        <source>tolerance is not measured with these findings</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>bei diesen Befunden wird die Toleranz nicht gemessen</translation>
    </message>
    <message>
        <source>tolerance is not measured at sites called light</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>an Orten mit der Angabe „leicht“ wird die Toleranz nicht gemessen</translation>
    </message>
    <message>
        <source>tolerance comes after the pain threshold: measure that first</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>die Toleranz kommt nach der Schmerzschwelle: Messen Sie zuerst diese</translation>
    </message>
    <message>
        <source>tolerance was measured in this visit: once is enough</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>die Toleranz wurde bei diesem Termin schon gemessen: Einmal genügt</translation>
    </message>
    <message>
        <source>{site}: no tool presses here</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{site}: Hier drückt kein Gerät</translation>
    </message>
    <message>
        <source>{finding}: {site} stays closed. {advice}</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>{finding}: {site} bleibt gesperrt. {advice}</translation>
    </message>
    <message>
        <source>a STOP of today has no reason yet: ask the client and record it</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>ein STOP von heute hat noch keinen Grund: Fragen Sie den Klienten, und tragen Sie ihn ein</translation>
    </message>
    <message>
        <source>this session is closed since the client felt unwell: if it does not pass, call medical help</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>diese Sitzung ist beendet, weil sich der Klient unwohl fühlte: Wenn es nicht vergeht, rufen Sie ärztliche Hilfe</translation>
    </message>
    <message>
        <source>this point is closed today after a sign of a nerve or vessel: tell a doctor if it stays</source>
        <extracomment>clinic/screening/refusals.py</extracomment>
        <translation>dieser Punkt ist heute gesperrt nach einem Zeichen eines Nervs oder Gefäßes: Sagen Sie es einem Arzt, wenn es bleibt</translation>
    </message>
    <message>
        <source>nothing is taken out of a chart: look at it again, then add what is new</source>
        <extracomment>clinic/store/charts.py</extracomment>
        <translation>aus einer Akte wird nichts entfernt: Sehen Sie sie noch einmal an, und fügen Sie dann das Neue hinzu</translation>
    </message>
    <message>
        <source>{login} signs with the name and role of this account and no other: sign again</source>
        <extracomment>clinic/store/charts.py</extracomment>
        <translation>{login} unterschreibt mit Namen und Rolle dieses Kontos und keinem anderen: Unterschreiben Sie noch einmal</translation>
    </message>
    <message>
        <source>another program has the clinic open: close it there, then do it again</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>ein anderes Programm hat die Praxis geöffnet: Schließen Sie sie dort, und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>{path}: the disk is full; nothing of this was kept: make room and do it again</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>{path}: Der Datenträger ist voll; nichts davon wurde gesichert: Schaffen Sie Platz, und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>{path}: the disk refuses ({why}); nothing of this was kept: look at it and do it again</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>{path}: Der Datenträger verweigert ({why}); nichts davon wurde gesichert: Sehen Sie nach, und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}); nothing was changed: restore a backup (palpate clinic restore)</source>
        <extracomment>clinic/store/cipher.py</extracomment>
        <translation>{path} ist beschädigt ({why}); nichts wurde geändert: Stellen Sie eine Sicherung wieder her (palpate clinic restore)</translation>
    </message>
    <message>
        <source>{path}: it cannot be written ({why}); what was there before is as it was: choose another place</source>
        <extracomment>clinic/store/disk.py</extracomment>
        <translation>{path}: Schreiben nicht möglich ({why}); was vorher da war, ist, wie es war: Wählen Sie einen anderen Speicherort</translation>
    </message>
    <message>
        <source>{path}: the disk is full; what was there before is as it was: make room and do it again</source>
        <extracomment>clinic/store/disk.py</extracomment>
        <translation>{path}: Der Datenträger ist voll; was vorher da war, ist, wie es war: Schaffen Sie Platz, und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>the record {record} is about another person: choose the right one</source>
        <extracomment>clinic/store/history.py</extracomment>
        <translation>die Aufzeichnung {record} betrifft eine andere Person: Wählen Sie die richtige</translation>
    </message>
    <message>
        <source>there is no such visit of this person: look at the list again</source>
        <extracomment>clinic/store/history.py</extracomment>
        <translation>diesen Termin gibt es bei dieser Person nicht: Sehen Sie noch einmal in die Liste</translation>
    </message>
    <message>
        <source>the clinic is locked: unlock it (palpate clinic unlock)</source>
        <extracomment>clinic/store/opened.py</extracomment>
        <translation>die Praxis ist gesperrt: Entsperren Sie sie (palpate clinic unlock)</translation>
    </message>
    <message>
        <source>this account is closed: ask a practitioner to open it again</source>
        <extracomment>clinic/store/opened.py</extracomment>
        <translation>dieses Konto ist geschlossen: Bitten Sie einen Behandler, es wieder zu öffnen</translation>
    </message>
    <message>
        <source>this {table} was changed or deleted meanwhile: look at it again, then change it</source>
        <extracomment>clinic/store/shelf.py</extracomment>
        <translation>Eintrag „{table}“ wurde inzwischen geändert oder gelöscht: Sehen Sie ihn noch einmal an, und ändern Sie ihn dann</translation>
    </message>
    <message>
        <source>this {table} cannot be kept: it is there already under this name, or what it belongs to is not</source>
        <extracomment>clinic/store/shelf.py</extracomment>
        <translation>Eintrag „{table}“ nicht gesichert: Er ist unter diesem Namen schon da, oder das, wozu er gehört, ist es nicht</translation>
    </message>
    <message>
        <source>the guardian&apos;s consent and the child&apos;s assent, both recorded (palpate screen clear --guardian)</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>die Einwilligung der Sorgeberechtigten und die Zustimmung des Kindes, beide dokumentiert (palpate screen clear --guardian)</translation>
    </message>
    <message>
        <source>a physician&apos;s written clearance, recorded with its document and date (palpate screen clear)</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>eine schriftliche ärztliche Freigabe, dokumentiert mit Schriftstück und Datum (palpate screen clear)</translation>
    </message>
    <message>
        <source>a named practitioner, with a reason; or a physician&apos;s written clearance</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>ein namentlich genannter Behandler, mit Begründung; oder eine schriftliche ärztliche Freigabe</translation>
    </message>
    <message>
        <source>nothing today: choose another place, and ask again when it has healed</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>heute nichts: Wählen Sie einen anderen Ort, und fragen Sie wieder, wenn es verheilt ist</translation>
    </message>
    <message>
        <source>your acknowledgement for this visit; less is then allowed</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>Ihre Kenntnisnahme für diesen Termin; dann ist weniger erlaubt</translation>
    </message>
    <message>
        <source>asking the question</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>die Frage stellen</translation>
    </message>
    <message>
        <source>nothing has to: it does not block</source>
        <extracomment>clinic/way/barred.py</extracomment>
        <translation>nichts ist nötig: Es sperrt nicht</translation>
    </message>
    <message>
        <source>the visit</source>
        <extracomment>clinic/way/files.py</extracomment>
        <translation>der Termin</translation>
    </message>
    <message>
        <source>{path}: this is no visit of “palpate visit”: {why}</source>
        <extracomment>clinic/way/files.py</extracomment>
        <translation>{path}: das ist kein Termin von „palpate visit“: {why}</translation>
    </message>
    <message>
        <source>there is no release with the tool here now: {why}</source>
        <extracomment>clinic/way/hands.py</extracomment>
        <translation>hier gibt es jetzt kein Lösen mit dem Gerät: {why}</translation>
    </message>
    <message>
        <source>one movement to one side stands twice: take one of them out</source>
        <extracomment>clinic/way/motion.py</extracomment>
        <translation>eine Bewegung zu einer Seite steht zweimal da: Nehmen Sie eine heraus</translation>
    </message>
    <message>
        <source>{site}: nobody presses here; choose another site</source>
        <extracomment>clinic/way/places.py</extracomment>
        <translation>{site}: Hier drückt niemand; wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>{most} points are the most for one visit: take one out before you choose another one</source>
        <extracomment>clinic/way/places.py</extracomment>
        <translation>{most} Punkte sind das meiste für einen Termin: Nehmen Sie einen heraus, bevor Sie einen anderen wählen</translation>
    </message>
    <message>
        <source>{holds} × {hold_s:g} s cannot be planned here: {why}</source>
        <extracomment>clinic/way/planning.py</extracomment>
        <translation>{holds} × {hold_s:g} s können hier nicht geplant werden: {why}</translation>
    </message>
    <message>
        <source>{holds} × {hold_s:g} s is more than the {left_s:g} s that are left at this point in this visit: take fewer or shorter holds</source>
        <extracomment>clinic/way/planning.py</extracomment>
        <translation>{holds} × {hold_s:g} s sind mehr als die {left_s:g} s, die bei diesem Termin an diesem Punkt noch übrig sind: Nehmen Sie weniger oder kürzere Haltephasen</translation>
    </message>
    <message>
        <source>a rest between two holds lasts at least {least_s:g} s here: lengthen it</source>
        <extracomment>clinic/way/planning.py</extracomment>
        <translation>eine Pause zwischen zwei Haltephasen dauert hier mindestens {least_s:g} s: Verlängern Sie sie</translation>
    </message>
    <message>
        <source>no trigger point: fewer than two of the three signs were found</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>kein Triggerpunkt: weniger als zwei der drei Zeichen wurden gefunden</translation>
    </message>
    <message>
        <source>trigger point; active or latent was not asked</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>Triggerpunkt; ob aktiv oder latent, wurde nicht gefragt</translation>
    </message>
    <message>
        <source>a place on the map belongs to no point: choose its point first</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>eine Stelle auf der Körperkarte gehört zu keinem Punkt: Wählen Sie zuerst ihren Punkt</translation>
    </message>
    <message>
        <source>one point stands twice: take one of them out</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>ein Punkt steht zweimal da: Nehmen Sie einen heraus</translation>
    </message>
    <message>
        <source>each point has one position</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>jeder Punkt hat genau eine Lage</translation>
    </message>
    <message>
        <source>“{what}” does not belong to “{step}”</source>
        <extracomment>clinic/way/said.py</extracomment>
        <translation>„{what}“ gehört nicht zu „{step}“</translation>
    </message>
    <message>
        <source>the visit was begun with a tip of {before_cm2:g} cm² and this one has {now_cm2:g}: kPa does not carry over, so go on with the same tip</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>der Termin wurde mit einer Spitze von {before_cm2:g} cm² begonnen, und diese hat {now_cm2:g}: kPa lassen sich nicht übertragen, also machen Sie mit derselben Spitze weiter</translation>
    </message>
    <message>
        <source>the questions about the person come first</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>die Fragen zur Person kommen zuerst</translation>
    </message>
    <message>
        <source>agree on a stop signal and try it once: a signal that was never tried is none</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>vereinbaren Sie ein Stoppzeichen, und probieren Sie es einmal: Ein Zeichen, das nie probiert wurde, ist keines</translation>
    </message>
    <message>
        <source>no threshold is measured here now: {why}</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>hier wird jetzt keine Schwelle gemessen: {why}</translation>
    </message>
    <message>
        <source>a ramp ends at {kpa:.0f} kPa here ({why}): the result is then “&gt; {kpa:.0f}”, which is no figure to plan with, so leave it out</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>ein Anstieg endet hier bei {kpa:.0f} kPa ({why}): Das Ergebnis ist dann „&gt; {kpa:.0f}“, und damit lässt sich nicht planen, also lassen Sie es aus</translation>
    </message>
    <message>
        <source>there is no plan for this point: make one first</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>für diesen Punkt gibt es keinen Plan: Machen Sie zuerst einen</translation>
    </message>
    <message>
        <source>“{question}” is not answered: nothing is presumed</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>„{question}“ ist nicht beantwortet: Nichts wird vorausgesetzt</translation>
    </message>
    <message>
        <source>only a practitioner clears, and with a reason</source>
        <extracomment>clinic/way/visit.py</extracomment>
        <translation>nur ein Behandler gibt frei, und mit Begründung</translation>
    </message>
    <message>
        <source>“{step}” is not done</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>„{step}“ ist nicht erledigt</translation>
    </message>
    <message>
        <source>“{step}” is closed: {why}</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>„{step}“ ist geschlossen: {why}</translation>
    </message>
    <message>
        <source>the questions come first and cannot be left out: nobody is pressed without them</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>die Fragen kommen zuerst und können nicht ausgelassen werden: Ohne sie wird niemand gedrückt</translation>
    </message>
    <message>
        <source>say why it is left out: it stands in the record of the visit</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>sagen Sie, warum es ausgelassen wird: Es steht in der Aufzeichnung des Termins</translation>
    </message>
    <message>
        <source>something was done here and stays in the record of the visit: go on with Next</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>hier wurde etwas getan, und es bleibt in der Aufzeichnung des Termins: Machen Sie mit „Weiter“ weiter</translation>
    </message>
    <message>
        <source>“{step}” is no station of this visit: choose the point first</source>
        <extracomment>clinic/way/way.py</extracomment>
        <translation>„{step}“ ist keine Station dieses Termins: Wählen Sie zuerst den Punkt</translation>
    </message>
    <message>
        <source>Stopped: on a person the exercise is over.</source>
        <extracomment>training/coach.py</extracomment>
        <translation>Angehalten: An einem Menschen ist die Übung damit vorbei.</translation>
    </message>
    <message>
        <source>All trials are done.</source>
        <extracomment>training/coach.py</extracomment>
        <translation>Alle Versuche sind gemacht.</translation>
    </message>
    <message>
        <source>“{name}” is a whole treatment, and one trainee&apos;s alone: “palpate train {id}”</source>
        <extracomment>training/drill.py</extracomment>
        <translation>„{name}“ ist eine ganze Behandlung, für eine übende Person allein: „palpate train {id}“</translation>
    </message>
    <message>
        <source>“{name}” asks for up to {highest_n:.0f} N, the limit is {cap_n:g} N ({why}): choose another exercise</source>
        <extracomment>training/drill.py</extracomment>
        <translation>„{name}“ verlangt bis zu {highest_n:.0f} N, die Grenze ist {cap_n:g} N ({why}): Wählen Sie eine andere Übung</translation>
    </message>
    <message>
        <source>“{name}” lasts {longest_s:.0f} s, the limit is {cap_s:g} s</source>
        <extracomment>training/drill.py</extracomment>
        <translation>„{name}“ dauert {longest_s:.0f} s, die Grenze ist {cap_s:g} s</translation>
    </message>
    <message>
        <source>the trial is void: {why}</source>
        <extracomment>training/judge.py</extracomment>
        <translation>der Versuch ist ungültig: {why}</translation>
    </message>
    <message>
        <source>the trial was not complete</source>
        <extracomment>training/judge.py</extracomment>
        <translation>der Versuch war nicht vollständig</translation>
    </message>
    <message>
        <source>{name} {value} (at most ± {limit:g})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{name} {value} (höchstens ± {limit:g})</translation>
    </message>
    <message>
        <source>({low} to {high})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>({low} bis {high})</translation>
    </message>
    <message>
        <source>  {at:%Y-%m-%d %H:%M}  {purpose:10}  {count:2} trials  {points:5.1f} points {interval:15}  error: constant {constant:+6.1f} %, absolute {absolute:5.1f} %, variable {variable:&gt;5} %  first trial {first}</source>
        <extracomment>training/lines.py</extracomment>
        <translation>  {at:%Y-%m-%d %H:%M}  {purpose:10}  Versuche: {count:2}  {points:5.1f} Punkte {interval:15}  Fehler: konstant {constant:+6.1f} %, absolut {absolute:5.1f} %, variabel {variable:&gt;5} %  erster Versuch {first}</translation>
    </message>
    <message>
        <source>{at:%Y-%m-%d}: {points:+.1f} points against the baseline: worse, beyond the own error. Why is not known.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{at:%Y-%m-%d}: {points:+.1f} Punkte gegenüber dem Ausgangswert: schlechter, mehr als der eigene Fehler. Warum, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Unseen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>passed</source>
        <extracomment>training/lines.py</extracomment>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>not yet</source>
        <extracomment>training/lines.py</extracomment>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>{name} {value} (at least {limit:g})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{name} {value} (mindestens {limit:g})</translation>
    </message>
    <message>
        <source>Own error, from the pre-test on two days: SEM {points_sem:.1f}, MDC95 {points_mdc95:.1f} points; absolute error SEM {absolute_sem:.1f}, MDC95 {absolute_mdc95:.1f} % of the target.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Eigener Fehler, aus dem Vortest an zwei Tagen: SEM {points_sem:.1f}, MDC95 {points_mdc95:.1f} Punkte; absoluter Fehler SEM {absolute_sem:.1f}, MDC95 {absolute_mdc95:.1f} % des Ziels.</translation>
    </message>
    <message>
        <source>score version {version}</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Bewertung Version {version}</translation>
    </message>
    <message>
        <source>{at:%Y-%m-%d}: {points:+.1f} points against the baseline: within the own error, so nothing is known to have changed.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{at:%Y-%m-%d}: {points:+.1f} Punkte gegenüber dem Ausgangswert: innerhalb des eigenen Fehlers, also ist keine Änderung belegt.</translation>
    </message>
    <message>
        <source>{at:%Y-%m-%d}: {points:+.1f} points against the baseline: improved, beyond the own error. Why is not known.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{at:%Y-%m-%d}: {points:+.1f} Punkte gegenüber dem Ausgangswert: besser, mehr als der eigene Fehler. Warum, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing is due any more: the course is done.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Es ist nichts mehr fällig: Der Kurs ist fertig.</translation>
    </message>
    <message>
        <source>{purpose}, {days} d after the course</source>
        <extracomment>training/lines.py</extracomment>
        <translation>{purpose}, {days} d nach dem Kurs</translation>
    </message>
    <message>
        <source>This hand has pressed for {minutes:.0f} min within an hour: rest it until {until:%H:%M} UTC.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Diese Hand hat innerhalb einer Stunde {minutes:.0f} min gedrückt: Lassen Sie sie bis {until:%H:%M} UTC ruhen.</translation>
    </message>
    <message>
        <source>Own error: none yet: {why}.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Eigener Fehler: noch keiner: {why}.</translation>
    </message>
    <message>
        <source>Between both days the forces agree with ICC(A,1) = {icc}.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Zwischen beiden Tagen stimmen die Kräfte überein mit ICC(A,1) = {icc}.</translation>
    </message>
    <message>
        <source>usual hand</source>
        <extracomment>training/lines.py</extracomment>
        <translation>gewohnte Hand</translation>
    </message>
    <message>
        <source>other hand</source>
        <extracomment>training/lines.py</extracomment>
        <translation>andere Hand</translation>
    </message>
    <message>
        <source>on a person</source>
        <extracomment>training/lines.py</extracomment>
        <translation>an einem Menschen</translation>
    </message>
    <message>
        <source>test</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Test</translation>
    </message>
    <message>
        <source>Due now: {exercise} ({why})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Jetzt fällig: {exercise} ({why})</translation>
    </message>
    <message>
        <source>Due from {since:%Y-%m-%d %H:%M} UTC on: {exercise} ({why})</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Fällig ab {since:%Y-%m-%d %H:%M} UTC: {exercise} ({why})</translation>
    </message>
    <message>
        <source>in band, %</source>
        <extracomment>training/passing.py</extracomment>
        <translation>im Band, %</translation>
    </message>
    <message>
        <source>constant error, %</source>
        <extracomment>training/passing.py</extracomment>
        <translation>konstanter Fehler, %</translation>
    </message>
    <message>
        <source>variation within a hold, %</source>
        <extracomment>training/passing.py</extracomment>
        <translation>Schwankung in einer Haltephase, %</translation>
    </message>
    <message>
        <source>the own error needs the whole pre-test on two days</source>
        <extracomment>training/progress.py</extracomment>
        <translation>dafür braucht es den ganzen Vortest an zwei Tagen</translation>
    </message>
    <message>
        <source>the two pre-tests are not the same: do one exercise twice</source>
        <extracomment>training/progress.py</extracomment>
        <translation>die beiden Vortests sind nicht gleich: Machen Sie dieselbe Übung zweimal</translation>
    </message>
    <message>
        <source>result after each trial</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>Ergebnis nach jedem Versuch</translation>
    </message>
    <message>
        <source>results at the end</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>Ergebnisse am Ende</translation>
    </message>
    <message>
        <source>no result</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>kein Ergebnis</translation>
    </message>
    <message>
        <source>feedback: {live}; {result}</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>Rückmeldung: {live}; {result}</translation>
    </message>
    <message>
        <source>all the time</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>immer</translation>
    </message>
    <message>
        <source>when asked for</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>auf Wunsch</translation>
    </message>
    <message>
        <source>in one trial of {every}</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>jeden {every}. Versuch</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>training/schedule.py</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Void: {why}. It counts nowhere.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>Ungültig: {why}. Der Versuch zählt nicht.</translation>
    </message>
    <message>
        <source>No score: {why}.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>Keine Bewertung: {why}.</translation>
    </message>
    <message>
        <source>{points}: {lost:.0f} went to {cause}.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points}: {lost:.0f} gingen verloren durch {cause}.</translation>
    </message>
    <message>
        <source>{points:.0f} points (to {high:.0f}, had nothing been lost on the link)</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points:.0f} Punkte (bis {high:.0f}, wäre unterwegs nichts verloren gegangen)</translation>
    </message>
    <message>
        <source>{points}: nothing to speak of is missing.</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points}: Es fehlt nichts Nennenswertes.</translation>
    </message>
    <message>
        <source>{points:.0f} points</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>{points:.0f} Punkte</translation>
    </message>
    <message>
        <source>not pressing, most of it in second {second}: begin at once, and stay on until the word</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>fehlenden Druck, vor allem in Sekunde {second}: Beginnen Sie sofort und bleiben Sie darauf, bis das Wort kommt</translation>
    </message>
    <message>
        <source>pressing too lightly, most of it in second {second}: lean in a little more</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>zu leichten Druck, vor allem in Sekunde {second}: Lehnen Sie sich etwas mehr hinein</translation>
    </message>
    <message>
        <source>pressing too hard, most of it in second {second}: ease off sooner</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>zu starken Druck, vor allem in Sekunde {second}: Geben Sie früher nach</translation>
    </message>
    <message>
        <source>readings that did not arrive, most of it in second {second}: this is the link&apos;s fault, not yours</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>Messwerte, die nicht ankamen, vor allem in Sekunde {second}: Das liegt an der Verbindung, nicht an Ihnen</translation>
    </message>
    <message>
        <source>force that was still there when it should have been gone: let go at the word, all the way</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>Kraft, die noch da war, als sie weg sein sollte: Lassen Sie auf das Wort hin los, und zwar ganz</translation>
    </message>
    <message>
        <source>nothing was measured</source>
        <extracomment>training/sentences.py</extracomment>
        <translation>es wurde nichts gemessen</translation>
    </message>
    <message>
        <source>{path}: the results were not kept: {why}; the record has them</source>
        <extracomment>training/trainee.py</extracomment>
        <translation>{path}: Die Ergebnisse wurden nicht gespeichert: {why}; die Aufzeichnung enthält sie</translation>
    </message>
    <message>
        <source>{path}: it cannot be read: {why}</source>
        <extracomment>clinic/screening/doses.py</extracomment>
        <translation>{path}: nicht lesbar: {why}</translation>
    </message>
    <message>
        <source>{path}: line {number} is no result of this version: update the program</source>
        <extracomment>training/trainee.py</extracomment>
        <translation>{path}: Zeile {number} ist kein Ergebnis dieser Version: Aktualisieren Sie das Programm</translation>
    </message>
    <message>
        <source>Stop {number}: the patient said it at pain {nrs:.0f}, {gone}.</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Stopp {number}: Der Klient sagte es bei Schmerz {nrs:.0f}, {gone}.</translation>
    </message>
    <message>
        <source>and nobody was pressed {gone_s:.1f} s later, later than {in_time_s:g} s: let go at the word</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>und {gone_s:.1f} s danach wurde nicht mehr gedrückt, später als nach {in_time_s:g} s: Lassen Sie auf das Wort hin los</translation>
    </message>
    <message>
        <source>Pain {nrs}</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Schmerz {nrs}</translation>
    </message>
    <message>
        <source>never asked</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>nie gefragt</translation>
    </message>
    <message>
        <source>Holds: {count}. Pain, as the patient said it: {said}.</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Haltephasen: {count}. Schmerz, wie der Klient ihn nannte: {said}.</translation>
    </message>
    <message>
        <source>Above the limit: {over_s:.1f} s. Pressed after a let-go was called: {after_s:.1f} s.</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Über der Grenze: {over_s:.1f} s. Gedrückt nach der Aufforderung loszulassen: {after_s:.1f} s.</translation>
    </message>
    <message>
        <source>and was still pressed at the end</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>und wurde am Ende noch gedrückt</translation>
    </message>
    <message>
        <source>and nobody was pressed {gone_s:.1f} s later</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>und {gone_s:.1f} s danach wurde nicht mehr gedrückt</translation>
    </message>
    <message>
        <source>Stop!</source>
        <extracomment>training/virtual_patient.py</extracomment>
        <translation>Stopp!</translation>
    </message>
    <message>
        <source>pressure and time left</source>
        <extracomment>gui/across.py</extracomment>
        <translation>Druck und verbleibende Zeit</translation>
    </message>
    <message>
        <source>Shows the curve and all figures again; also F11</source>
        <extracomment>gui/across.py</extracomment>
        <translation>Zeigt wieder die Kurve und alle Zahlen; auch F11</translation>
    </message>
    <message>
        <source>All figures</source>
        <extracomment>gui/across.py</extracomment>
        <translation>Alle Zahlen</translation>
    </message>
    <message>
        <source>Choose a site: on the body, in the list or with the arrow keys.</source>
        <extracomment>gui/body_about.py</extracomment>
        <translation>Wählen Sie einen Ort: am Körper, in der Liste oder mit den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Pain is often felt (a hint, no zone is fixed): {where}</source>
        <extracomment>gui/body_about.py</extracomment>
        <translation>Schmerz wird oft gespürt (ein Hinweis, keine Zone ist fest): {where}</translation>
    </message>
    <message>
        <source>about the chosen site</source>
        <extracomment>gui/body_about.py</extracomment>
        <translation>über den gewählten Ort</translation>
    </message>
    <message>
        <source>ask first</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>erst fragen</translation>
    </message>
    <message>
        <source>pain often felt</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>Schmerz häufig</translation>
    </message>
    <message>
        <source>active point</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>aktiver Punkt</translation>
    </message>
    <message>
        <source>latent point</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>latenter Punkt</translation>
    </message>
    <message>
        <source>Legend: {words}</source>
        <extracomment>gui/body_legend.py</extracomment>
        <translation>Legende: {words}</translation>
    </message>
    <message>
        <source>sites</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Search: muscle, place, side, pain</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>Suche: Muskel, Ort, Seite, Schmerz</translation>
    </message>
    <message>
        <source>search sites</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>Orte suchen</translation>
    </message>
    <message>
        <source>No site is called so</source>
        <extracomment>gui/body_list.py</extracomment>
        <translation>Kein Ort heißt so</translation>
    </message>
    <message>
        <source>Points: click the chosen site, or press Enter on it</source>
        <extracomment>gui/body_map.py</extracomment>
        <translation>Punkte: Klicken Sie auf den gewählten Ort, oder drücken Sie dort die Eingabetaste</translation>
    </message>
    <message>
        <source>Body map, front and back</source>
        <extracomment>gui/body_picture.py</extracomment>
        <translation>Körperkarte, vorn und hinten</translation>
    </message>
    <message>
        <source>Arrows move between sites, Enter chooses</source>
        <extracomment>gui/body_picture.py</extracomment>
        <translation>Pfeiltasten wechseln den Ort, die Eingabetaste wählt</translation>
    </message>
    <message>
        <source>Active</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Latent</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Latent</translation>
    </message>
    <message>
        <source>points on the map</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Punkte auf der Karte</translation>
    </message>
    <message>
        <source>point {number}, {activity}, {place}, {view}</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Punkt {number}, {activity}, {place}, {view}</translation>
    </message>
    <message>
        <source>Add point</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Neuer Punkt</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>not drawn</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>nicht gezeichnet</translation>
    </message>
    <message>
        <source>{place}: {standing}</source>
        <extracomment>gui/body_words.py</extracomment>
        <translation>{place}: {standing}</translation>
    </message>
    <message>
        <source>{site}, {side}: {standing}</source>
        <extracomment>gui/body_words.py</extracomment>
        <translation>{site}, {side}: {standing}</translation>
    </message>
    <message>
        <source>Pressure over the last {seconds:.0f} seconds</source>
        <extracomment>gui/chart.py</extracomment>
        <translation>Druck der letzten {seconds:.0f} Sekunden</translation>
    </message>
    <message>
        <source>limit</source>
        <extracomment>gui/chart.py</extracomment>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>target</source>
        <extracomment>gui/chart.py</extracomment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>{colours} colours</source>
        <extracomment>gui/colours_button.py</extracomment>
        <translation>Farben: {colours}</translation>
    </message>
    <message>
        <source>Waiting for the tool</source>
        <extracomment>gui/face.py</extracomment>
        <translation>Es wird auf das Gerät gewartet</translation>
    </message>
    <message>
        <source>no data – let&#xa0;go&#xa0;slowly</source>
        <extracomment>gui/face.py</extracomment>
        <translation>keine Daten – langsam&#xa0;loslassen</translation>
    </message>
    <message>
        <source>No reading for more than 2 s</source>
        <extracomment>gui/face.py</extracomment>
        <translation>Seit mehr als 2 s kein Messwert</translation>
    </message>
    <message>
        <source>No data yet</source>
        <extracomment>gui/face.py</extracomment>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>time in band</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>Zeit im Band</translation>
    </message>
    <message>
        <source>rest left</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>Pause noch</translation>
    </message>
    <message>
        <source>next hold</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>nächste Haltephase</translation>
    </message>
    <message>
        <source>left in band</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>im Band noch</translation>
    </message>
    <message>
        <source>Go on…</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Weiter…</translation>
    </message>
    <message>
        <source>Asks why STOP was pressed before the treatment may go on</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Fragt, warum STOP gedrückt wurde, bevor die Behandlung weitergehen darf</translation>
    </message>
    <message>
        <source>End the treatment</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Behandlung beenden</translation>
    </message>
    <message>
        <source>waiting for the session to confirm</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>die Sitzung muss es noch bestätigen</translation>
    </message>
    <message>
        <source>Why was STOP pressed?</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Warum wurde STOP gedrückt?</translation>
    </message>
    <message>
        <source>A double press of the button takes it</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Ein doppelter Druck auf den Knopf wählt es</translation>
    </message>
    <message>
        <source>Pain {nrs} of 10, from the client&apos;s clicker.</source>
        <extracomment>gui/hands_free.py</extracomment>
        <translation>Schmerz {nrs} von 10, vom Klicker des Klienten.</translation>
    </message>
    <message>
        <source>Ends the hold at once; also Space, Escape and F12</source>
        <extracomment>gui/live_page.py</extracomment>
        <translation>Beendet die Haltephase sofort; auch Leertaste, Escape und F12</translation>
    </message>
    <message>
        <source>Space · Esc · F12</source>
        <extracomment>gui/live_page.py</extracomment>
        <translation>Leertaste · Esc · F12</translation>
    </message>
    <message>
        <source>Reading only: nobody is guided – not a medical device</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Nur Anzeige: Niemand wird geführt – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>No curve: this instrument&apos;s readings come irregularly.</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Keine Kurve: Die Messwerte dieses Instruments kommen unregelmäßig.</translation>
    </message>
    <message>
        <source>{length}, mean {mean} N, peak {peak} N</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>{length}, Mittel {mean} N, Spitze {peak} N</translation>
    </message>
    <message>
        <source>old</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>alt</translation>
    </message>
    <message>
        <source>less {force} N</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>abzüglich {force} N</translation>
    </message>
    <message>
        <source>force</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Kraft</translation>
    </message>
    <message>
        <source>{name}: no guidance, {why}.</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>{name}: keine Führung, {why}.</translation>
    </message>
    <message>
        <source>Take the load off first: what it reads now counts as nothing</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Nehmen Sie zuerst die Last weg: Was es jetzt anzeigt, gilt als nichts</translation>
    </message>
    <message>
        <source>Take nothing off any more</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Nichts mehr abziehen</translation>
    </message>
    <message>
        <source>last hold</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>letzte Haltephase</translation>
    </message>
    <message>
        <source>Zero</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>No zero</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Ohne Null</translation>
    </message>
    <message>
        <source>notice</source>
        <extracomment>gui/notice.py</extracomment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>pressure</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>Druck</translation>
    </message>
    <message>
        <source>tip area unknown</source>
        <extracomment>gui/number.py</extracomment>
        <translation>Fläche der Spitze unbekannt</translation>
    </message>
    <message>
        <source>Hold the arrow up to press harder, the arrow down for softer, K to keep</source>
        <extracomment>gui/pad.py</extracomment>
        <translation>Pfeil nach oben halten: fester drücken; Pfeil nach unten: sanfter; K: so bleiben</translation>
    </message>
    <message>
        <source>practice pad</source>
        <extracomment>gui/pad_picture.py</extracomment>
        <translation>Übungsfeld</translation>
    </message>
    <message>
        <source>Hold the button and move up: press harder.
Wheel, or hold ↑ ↓, and K to keep.
Let go: off the skin.</source>
        <extracomment>gui/pad_picture.py</extracomment>
        <translation>Taste halten und nach oben: fester drücken.
Mausrad, oder ↑ ↓ halten, K: so bleiben.
Loslassen: weg von der Haut.</translation>
    </message>
    <message>
        <source>skin</source>
        <extracomment>gui/pad_picture.py</extracomment>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Or the button on the tool, or the pedal: a short press for here, a double one leaves it out.</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>Oder mit dem Knopf am Gerät oder dem Pedal: ein kurzer Druck für hier, ein doppelter lässt ihn aus.</translation>
    </message>
    <message>
        <source>The tool is here</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>Das Gerät ist hier</translation>
    </message>
    <message>
        <source>Leave this place out</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>Diesen Ort auslassen</translation>
    </message>
    <message>
        <source>Bench</source>
        <extracomment>gui/place_panel.py</extracomment>
        <translation>Prüfstand</translation>
    </message>
    <message>
        <source>The rate is right</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>Die Rate stimmt</translation>
    </message>
    <message>
        <source>slower</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>The pressure rises too fast</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>Der Druck steigt zu schnell</translation>
    </message>
    <message>
        <source>faster</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>schneller</translation>
    </message>
    <message>
        <source>The pressure rises too slowly</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>Der Druck steigt zu langsam</translation>
    </message>
    <message>
        <source>Stop was pressed</source>
        <extracomment>gui/ramp_face.py</extracomment>
        <translation>STOP wurde gedrückt</translation>
    </message>
    <message>
        <source>ramp</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>ends at {end:.0f} kPa</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>endet bei {end:.0f} kPa</translation>
    </message>
    <message>
        <source>{share:.0%}, {end}</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>{share:.0%}, {end}</translation>
    </message>
    <message>
        <source>{share:.0%}, should be at {target:.0%}, {end}</source>
        <extracomment>gui/ramp_scale.py</extracomment>
        <translation>{share:.0%}, soll bei {target:.0%} sein, {end}</translation>
    </message>
    <message>
        <source>M: the client said “now” · Page ↓, a presenter&apos;s “forward”, in the client&apos;s hand: “now” in a ramp, STOP at any other time, as the client&apos;s button on the tool · Space, Escape, F12: STOP</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>M: Der Klient sagte „jetzt“ · Bild ↓, das „Weiter“ eines Presenters, in der Hand des Klienten: „jetzt“ während eines Anstiegs, STOP zu jeder anderen Zeit, wie der Knopf des Klienten am Gerät · Leertaste, Escape, F12: STOP</translation>
    </message>
    <message>
        <source>End the measurement</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>Messung beenden</translation>
    </message>
    <message>
        <source>Read out: “{script}”</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>Vorlesen: „{script}“</translation>
    </message>
    <message>
        <source>The client said “now”</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>Klient sagte „jetzt“</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>reading {reading} of {readings}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>Messung {reading} von {readings}</translation>
    </message>
    <message>
        <source>{which} · rest, {left}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>{which} · Pause, {left}</translation>
    </message>
    <message>
        <source>{found}, does not count: {why}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>{found}, zählt nicht: {why}</translation>
    </message>
    <message>
        <source>{kpa:.0f} kPa</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>{kpa:.0f} kPa</translation>
    </message>
    <message>
        <source>&gt; {kpa:.0f} kPa</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>&gt; {kpa:.0f} kPa</translation>
    </message>
    <message>
        <source>no figure, {why}</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>keine Zahl, {why}</translation>
    </message>
    <message>
        <source>Force over the whole record</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>Kraft über die ganze Aufzeichnung</translation>
    </message>
    <message>
        <source>{time:.1f} s: {what}</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>{time:.1f} s: {what}</translation>
    </message>
    <message>
        <source>no readings</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>keine Messwerte</translation>
    </message>
    <message>
        <source>sent again after it was lost</source>
        <extracomment>gui/review_chart.py</extracomment>
        <translation>nach dem Verlust noch einmal gesendet</translation>
    </message>
    <message>
        <source>hold {number}: {length}, {pressed}</source>
        <extracomment>gui/review_holds.py</extracomment>
        <translation>Haltephase {number}: {length}, {pressed}</translation>
    </message>
    <message>
        <source>A: full line</source>
        <extracomment>gui/review_overlay.py</extracomment>
        <translation>A: durchgezogen</translation>
    </message>
    <message>
        <source>B: broken line</source>
        <extracomment>gui/review_overlay.py</extracomment>
        <translation>B: gestrichelt</translation>
    </message>
    <message>
        <source>Two holds over each other</source>
        <extracomment>gui/review_overlay.py</extracomment>
        <translation>Zwei Haltephasen übereinander</translation>
    </message>
    <message>
        <source>There is only one hold: nothing to compare it with.</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>Es gibt nur eine Haltephase: nichts, womit sie zu vergleichen wäre.</translation>
    </message>
    <message>
        <source>A (before)</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>A (vorher)</translation>
    </message>
    <message>
        <source>B (after)</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>B (nachher)</translation>
    </message>
    <message>
        <source>B − A</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>B − A</translation>
    </message>
    <message>
        <source>before and after</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>vorher und nachher</translation>
    </message>
    <message>
        <source>Swap</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>hold {name}</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>Haltephase {name}</translation>
    </message>
    <message>
        <source>force in N</source>
        <extracomment>gui/review_plot.py</extracomment>
        <translation>Kraft in N</translation>
    </message>
    <message>
        <source>time in s</source>
        <extracomment>gui/review_plot.py</extracomment>
        <translation>Zeit in s</translation>
    </message>
    <message>
        <source>Move to a row to read what it means.</source>
        <extracomment>gui/review_table.py</extracomment>
        <translation>Gehen Sie auf eine Zeile, um zu lesen, was sie bedeutet.</translation>
    </message>
    <message>
        <source>{title}: {meaning}</source>
        <extracomment>gui/review_table.py</extracomment>
        <translation>{title}: {meaning}</translation>
    </message>
    <message>
        <source>No hold in this record: nothing pressed for half a second with 2 N or more.</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Keine Haltephase in dieser Aufzeichnung: Nichts drückte eine halbe Sekunde lang mit 2 N oder mehr.</translation>
    </message>
    <message>
        <source>Figures from the record alone – not a medical device</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Zahlen allein aus der Aufzeichnung – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>figure</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>value</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>missing, or in doubt</source>
        <extracomment>gui/review_pair.py</extracomment>
        <translation>fehlt oder zweifelhaft</translation>
    </message>
    <message>
        <source>Palpate – review</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Palpate – Rückblick</translation>
    </message>
    <message>
        <source>figures of the hold</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Größen der Haltephase</translation>
    </message>
    <message>
        <source>no plan</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>kein Plan</translation>
    </message>
    <message numerus="yes">
        <source>%n readings lost</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>
            <numerusform>%n Messwert fehlt</numerusform>
            <numerusform>%n Messwerte fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>no reading lost</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>kein Messwert fehlt</translation>
    </message>
    <message>
        <source>Trace</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Two holds</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Zwei Haltephasen</translation>
    </message>
    <message>
        <source>Whole record</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>zoom in</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>vergrößern</translation>
    </message>
    <message>
        <source>zoom out</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>verkleinern</translation>
    </message>
    <message>
        <source>NO SOUND</source>
        <extracomment>gui/sound_button.py</extracomment>
        <translation>KEIN TON</translation>
    </message>
    <message>
        <source>MUTED</source>
        <extracomment>gui/sound_button.py</extracomment>
        <translation>STUMM</translation>
    </message>
    <message>
        <source>Sound on</source>
        <extracomment>gui/sound_button.py</extracomment>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Sound check: press more, ease off, in the band, let go, complete.</source>
        <extracomment>gui/sound_check.py</extracomment>
        <translation>Tonprobe: mehr drücken, nachlassen, im Band, loslassen, fertig.</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>“No data”, “let go” and STOP cannot be switched off; mute silences all.</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>„Keine Daten“, „loslassen“ und STOP bleiben immer an; STUMM schaltet alles aus.</translation>
    </message>
    <message>
        <source>Tone</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Tick</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Ticken</translation>
    </message>
    <message>
        <source>Chime</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Gong</translation>
    </message>
    <message>
        <source>Low: press more; high: ease off</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Tief: mehr drücken; hoch: nachlassen</translation>
    </message>
    <message>
        <source>Every 5 s in the band: readings are live</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Im Band alle 5 s: Es kommen Messwerte</translation>
    </message>
    <message>
        <source>The last three seconds before the let-go</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Die letzten drei Sekunden vor dem Loslassen</translation>
    </message>
    <message>
        <source>The hold or the treatment is complete</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Die Haltephase oder die Behandlung ist fertig</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Output: {output}</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Ausgabe: {output}</translation>
    </message>
    <message>
        <source>Site and side, “pain?”, “rest”, “let go”, spoken by the system&apos;s voice</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Ort und Seite, „Schmerz?“, „Pause“, „loslassen“, mit der Stimme des Systems gesprochen</translation>
    </message>
    <message>
        <source>quieter</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>leiser</translation>
    </message>
    <message>
        <source>louder</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>lauter</translation>
    </message>
    <message>
        <source>All sounds in three seconds; not while the tool presses</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Alle Töne in drei Sekunden; nicht, während das Gerät drückt</translation>
    </message>
    <message>
        <source>Sound check</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Tonprobe</translation>
    </message>
    <message>
        <source>Volume {percent:.0f} %. {alarms}</source>
        <extracomment>gui/sound_panel.py</extracomment>
        <translation>Lautstärke {percent:.0f} %. {alarms}</translation>
    </message>
    <message>
        <source>no sound device</source>
        <extracomment>gui/speaker.py</extracomment>
        <translation>kein Tonausgang</translation>
    </message>
    <message>
        <source>output lost: check the speaker</source>
        <extracomment>gui/speaker.py</extracomment>
        <translation>Ausgabe verloren: Lautsprecher prüfen</translation>
    </message>
    <message>
        <source>no sound library</source>
        <extracomment>gui/speaker.py</extracomment>
        <translation>keine Tonbibliothek</translation>
    </message>
    <message>
        <source>Step up</source>
        <extracomment>gui/step_button.py</extracomment>
        <translation>Stufe hoch</translation>
    </message>
    <message>
        <source>{key}: step up to {target_n:.1f} N – {because}</source>
        <extracomment>gui/step_button.py</extracomment>
        <translation>{key}: Stufe hoch auf {target_n:.1f} N – {because}</translation>
    </message>
    <message>
        <source>{key}: no step up – {why}</source>
        <extracomment>gui/step_button.py</extracomment>
        <translation>{key}: keine Stufe hoch – {why}</translation>
    </message>
    <message>
        <source>hold|one of several</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>Haltephase</translation>
    </message>
    <message>
        <source>length</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>mean</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>peak</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>let go because</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>losgelassen, weil</translation>
    </message>
    <message>
        <source>pressed after “let go”</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>nach Loslassen</translation>
    </message>
    <message>
        <source>{name}, peak {peak_n:.1f} N</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>{name}, max. {peak_n:.1f} N</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>nie</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes in {left_s:.0f} s unless you touch it</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Schließt in {left_s:.0f} s, wenn Sie nichts berühren</translation>
    </message>
    <message>
        <source>in band</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>im Band</translation>
    </message>
    <message>
        <source>dose in kPa·s</source>
        <extracomment>gui/facts.py</extracomment>
        <translation>Dosis in kPa·s</translation>
    </message>
    <message>
        <source>lost of {count} readings</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>fehlen von {count}</translation>
    </message>
    <message>
        <source>Record: {path}</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Aufzeichnung: {path}</translation>
    </message>
    <message>
        <source>No record was kept</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>Es wurde nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>(goes on) {why}</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>(geht weiter) {why}</translation>
    </message>
    <message>
        <source>above the limit</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>über Grenze</translation>
    </message>
    <message>
        <source>after “let go”</source>
        <extracomment>gui/summary.py</extracomment>
        <translation>nach Loslassen</translation>
    </message>
    <message>
        <source>let go</source>
        <extracomment>gui/talk.py</extracomment>
        <translation>loslassen</translation>
    </message>
    <message>
        <source>{place}. Here?</source>
        <extracomment>gui/talk.py</extracomment>
        <translation>{place}. Hier?</translation>
    </message>
    <message>
        <source>Which tool?</source>
        <extracomment>gui/tool_finder.py</extracomment>
        <translation>Welches Gerät?</translation>
    </message>
    <message>
        <source>Looking for the tool</source>
        <extracomment>gui/tool_finder.py</extracomment>
        <translation>Das Gerät wird gesucht</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <extracomment>gui/tool_finder.py</extracomment>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>The zero is asked for: keep the tool off the skin and still.</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Der Nullpunkt wird verlangt: Halten Sie das Gerät ruhig und weg von der Haut.</translation>
    </message>
    <message>
        <source>{serial} · firmware {version}</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>{serial} · Firmware {version}</translation>
    </message>
    <message>
        <source>calibration {id} of {day} · no due date</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Kalibrierung {id} vom {day} · ohne Fälligkeit</translation>
    </message>
    <message>
        <source>The tool has not said yet what it is.</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Das Gerät hat noch nicht gesagt, was es ist.</translation>
    </message>
    <message>
        <source>calibration {id} of {day} · due {due}</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Kalibrierung {id} vom {day} · fällig {due}</translation>
    </message>
    <message>
        <source>Has the tool blink or vibrate</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Lässt das Gerät blinken oder vibrieren</translation>
    </message>
    <message>
        <source>Has the system pair with the tool, so that it can be set</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Lässt das System mit dem Gerät koppeln, damit es eingestellt werden kann</translation>
    </message>
    <message>
        <source>Has the tool measure what it reads off the skin</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Lässt das Gerät messen, was es ohne Haut anzeigt</translation>
    </message>
    <message>
        <source>Identify</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Pair</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Koppeln</translation>
    </message>
    <message>
        <source>Measure zero</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Null messen</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>gui/body_points.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The zero before the newest one holds again</source>
        <extracomment>gui/tool_panel.py</extracomment>
        <translation>Der Nullpunkt vor dem neuesten gilt wieder</translation>
    </message>
    <message>
        <source>simulation</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>speed</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>link</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>lost readings</source>
        <extracomment>protocol/instruments/ability.py</extracomment>
        <translation>fehlende Messwerte</translation>
    </message>
    <message>
        <source>battery</source>
        <extracomment>session/preflight.py</extracomment>
        <translation>Akku</translation>
    </message>
    <message>
        <source>record</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Shows what the tool is; has it show itself, or pairs with it</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Zeigt, was das Gerät ist; lässt es sich zeigen oder koppelt es</translation>
    </message>
    <message>
        <source>Sounds</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Switches kinds of sound, words and the output, and lets all be heard</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Schaltet Arten von Tönen, Worte und die Ausgabe und lässt alles hören</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Chooses colours, unit and language, and the picture for across the room</source>
        <extracomment>gui/top_bar.py</extracomment>
        <translation>Wählt Farben, Einheit und Sprache und das Bild für quer durch den Raum</translation>
    </message>
    <message>
        <source>One word tells what to do</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Ein Wort sagt, was zu tun ist</translation>
    </message>
    <message>
        <source>A word, a shape, a colour and a tone say the same: looking or listening is enough. The large number beside them is the pressure of this moment.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Ein Wort, eine Form, eine Farbe und ein Ton sagen dasselbe: Hinsehen oder Hinhören genügt. Die große Zahl daneben ist der Druck dieses Augenblicks.</translation>
    </message>
    <message>
        <source>More, hold, less</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Mehr, halten, weniger</translation>
    </message>
    <message>
        <source>Below the target it says more, above it less. Time counts only within the target. Each hold ends with “let go slowly”, and a rest follows.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Unter dem Ziel heißt es mehr, darüber weniger. Zeit zählt nur innerhalb des Ziels. Jede Haltephase endet mit „langsam loslassen“, und eine Pause folgt.</translation>
    </message>
    <message>
        <source>STOP is always there</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>STOP ist immer da</translation>
    </message>
    <message>
        <source>The button STOP, the space bar, Escape and F12 stop at once, whatever is open. So does the client&apos;s word: press it for them. Nothing goes on by itself afterwards.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Der Knopf STOP, die Leertaste, Escape und F12 halten sofort an, was auch immer offen ist. Auch das Wort des Klienten gilt: Drücken Sie für ihn. Danach geht nichts von selbst weiter.</translation>
    </message>
    <message>
        <source>No reading, no number</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Kein Messwert, keine Zahl</translation>
    </message>
    <message>
        <source>Where the tool is not heard, the number becomes dashes at once. After two seconds the window asks to let go. Nothing is guessed.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Wird das Gerät nicht gehört, werden aus der Zahl sofort Striche. Nach zwei Sekunden bittet das Fenster loszulassen. Nichts wird geraten.</translation>
    </message>
    <message>
        <source>Try it without a tool</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Ohne Gerät ausprobieren</translation>
    </message>
    <message>
        <source>In the practice window you press by mouse, touchpad, pen or the arrow keys on a simulated tool. All of it is marked SIMULATED, and nobody is touched. Take a break whenever you like: STOP.</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Im Übungsfenster drücken Sie mit Maus, Touchpad, Stift oder Pfeiltasten auf ein simuliertes Gerät. Alles trägt die Marke SIMULIERT, und niemand wird berührt. Machen Sie Pause, wann Sie wollen: STOP.</translation>
    </message>
    <message>
        <source>Palpate – tour</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Palpate – Rundgang</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Practise now</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Jetzt üben</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>Press a pad, no person: this is practice, and not a medical device.</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Drücken Sie ein Polster, keinen Menschen: Dies ist eine Übung und kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>level|exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Übung</translation>
    </message>
    <message>
        <source>feedback</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>done|exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Begin: {exercise} ({purpose})</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Beginnen: {exercise} ({purpose})</translation>
    </message>
    <message>
        <source>Nothing is due now</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Jetzt ist nichts fällig</translation>
    </message>
    <message>
        <source>exercises</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>progress</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Do the chosen exercise</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Gewählte Übung machen</translation>
    </message>
    <message>
        <source>No result yet.</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Noch kein Ergebnis.</translation>
    </message>
    <message>
        <source>{test}
{day}</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>{test}
{day}</translation>
    </message>
    <message>
        <source>points of the tests without feedback</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>Punkte der Tests ohne Rückmeldung</translation>
    </message>
    <message>
        <source>own error (MDC95)</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>eigener Fehler (MDC95)</translation>
    </message>
    <message>
        <source>no test yet</source>
        <extracomment>gui/training/curve.py</extracomment>
        <translation>noch kein Test</translation>
    </message>
    <message>
        <source>the force is hidden</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>die Kraft ist verdeckt</translation>
    </message>
    <message>
        <source>between two holds</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>zwischen zwei Haltephasen</translation>
    </message>
    <message>
        <source>the force</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>die Kraft</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <extracomment>training/lines.py</extracomment>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>See the force (F)</source>
        <extracomment>gui/training/exercise_page.py</extracomment>
        <translation>Kraft sehen (F)</translation>
    </message>
    <message>
        <source>trial {trial} of {trials} · {target_n:.4g} N</source>
        <extracomment>gui/training/moment.py</extracomment>
        <translation>Versuch {trial} von {trials} · {target_n:.4g} N</translation>
    </message>
    <message>
        <source>hold {trial} of {trials} · {target_n:.4g} N</source>
        <extracomment>gui/training/moment.py</extracomment>
        <translation>Haltephase {trial} von {trials} · {target_n:.4g} N</translation>
    </message>
    <message>
        <source>hidden</source>
        <extracomment>gui/training/moment.py</extracomment>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>{why}: let go slowly.</source>
        <extracomment>gui/face.py</extracomment>
        <translation>{why}: langsam loslassen.</translation>
    </message>
    <message>
        <source>The patient: {word}</source>
        <extracomment>gui/training/patient_panel.py</extracomment>
        <translation>Der Klient: {word}</translation>
    </message>
    <message>
        <source>Ask the pain: the patient answers by themselves.</source>
        <extracomment>gui/training/patient_panel.py</extracomment>
        <translation>Fragen Sie nach dem Schmerz: Der Klient antwortet von selbst.</translation>
    </message>
    <message>
        <source>Results come here after each trial, where the exercise tells them.</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>Hier stehen nach jedem Versuch die Ergebnisse, wo die Übung sie nennt.</translation>
    </message>
    <message>
        <source>not pressing</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>kein Druck</translation>
    </message>
    <message>
        <source>too light</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>zu leicht</translation>
    </message>
    <message>
        <source>too hard</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>zu stark</translation>
    </message>
    <message>
        <source>missing|readings</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>Messwerte fehlen</translation>
    </message>
    <message>
        <source>not released</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>nicht losgelassen</translation>
    </message>
    <message>
        <source>{number}: {target_n:.4g} N, {points:.0f} points</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>{number}: {target_n:.4g} N, {points:.0f} Punkte</translation>
    </message>
    <message>
        <source>second {second}: {cause}, {points:.1f}</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>Sek. {second}: {cause}, {points:.1f}</translation>
    </message>
    <message>
        <source>{seen} · {points:.0f} = 100 × closeness {closeness:.2f} × on task {on_task:.2f} × release {release:.2f} · in band {in_band:.0f} % · mean {error:+.0f} %</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>{seen} · {points:.0f} = 100 × Nähe {closeness:.2f} × Druckzeit {on_task:.2f} × Loslassen {release:.2f} · im Band {in_band:.0f} % · Mittel {error:+.0f} %</translation>
    </message>
    <message>
        <source>not shown</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>{number}: {target_n:.4g} N, no score</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>{number}: {target_n:.4g} N, keine Bewertung</translation>
    </message>
    <message>
        <source>trials</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>lost points</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>verlorene Punkte</translation>
    </message>
    <message>
        <source>the trial&apos;s force</source>
        <extracomment>gui/training/result_panel.py</extracomment>
        <translation>Kraft des Versuchs</translation>
    </message>
    <message>
        <source>seen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>unseen</source>
        <extracomment>training/lines.py</extracomment>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>no reading came</source>
        <extracomment>training/judge.py</extracomment>
        <translation>es kam kein Messwert</translation>
    </message>
    <message>
        <source>Training on a person – not a medical device</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Training an einem Menschen – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>The session does not answer any more: let go, then close the window.</source>
        <extracomment>gui/bridge.py</extracomment>
        <translation>Die Sitzung antwortet nicht mehr: Lassen Sie los und schließen Sie dann das Fenster.</translation>
    </message>
    <message>
        <source>Pain {nrs} of 10.</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Schmerz {nrs} von 10.</translation>
    </message>
    <message>
        <source>Palpate – training</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Palpate – Training</translation>
    </message>
    <message>
        <source>Training on a pad, no person – not a medical device</source>
        <extracomment>gui/training/window.py</extracomment>
        <translation>Training auf einem Polster, kein Mensch – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>Nothing is due: there are no lessons. Choose any exercise.</source>
        <extracomment>training/lines.py</extracomment>
        <translation>Nichts ist fällig: Es gibt keine Lektionen. Wählen Sie irgendeine Übung.</translation>
    </message>
    <message>
        <source>Practice on a person: choose an exercise. STOP ends it, and so does pain, told by the keys 0 to 9 and T for ten; this is not a medical device.</source>
        <extracomment>gui/training/course_page.py</extracomment>
        <translation>Üben an einem Menschen: Wählen Sie eine Übung. STOP beendet sie, Schmerz auch: Tasten 0 bis 9, T für zehn; dies ist kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>from the next start on</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Number, word, shape and time left as large as the window; F11 too</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>Zahl, Wort, Form und verbleibende Zeit so groß wie das Fenster; auch F11</translation>
    </message>
    <message>
        <source>colours</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>Farben</translation>
    </message>
    <message>
        <source>unit</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>{name}: {choice}</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>{name}: {choice}</translation>
    </message>
    <message>
        <source>Across the room (F11)</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>Quer durch den Raum (F11)</translation>
    </message>
    <message>
        <source>language</source>
        <extracomment>gui/view_panel.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>How is it now?</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Wie ist es jetzt?</translation>
    </message>
    <message>
        <source>pain after</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Schmerz danach</translation>
    </message>
    <message>
        <source>the client&apos;s words</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>die Worte des Klienten</translation>
    </message>
    <message>
        <source>Warm, loose, tired, nothing …</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Warm, locker, müde, nichts …</translation>
    </message>
    <message>
        <source>Re-test, 2 to 5 minutes after the treatment</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Nachmessung, 2 bis 5 Minuten nach der Behandlung</translation>
    </message>
    <message>
        <source>pain at the re-test</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Schmerz bei der Nachmessung</translation>
    </message>
    <message>
        <source>threshold at the re-test in kPa</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Schwelle bei der Nachmessung in kPa</translation>
    </message>
    <message>
        <source>Pain now, 0 to 10</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Schmerz jetzt, 0 bis 10</translation>
    </message>
    <message>
        <source>Threshold in kPa, measured as before; may stay open</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Schwelle in kPa, gemessen wie zuvor; kann offen bleiben</translation>
    </message>
    <message>
        <source>A change beyond the measurement error does not show that the treatment caused it.</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Eine Änderung, die größer ist als der Messfehler, zeigt nicht, dass die Behandlung sie bewirkt hat.</translation>
    </message>
    <message>
        <source>Aftercare: choose what you told the client</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Nachsorge: Wählen Sie, was Sie dem Klienten gesagt haben</translation>
    </message>
    <message>
        <source>advice</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>note</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s since the end of the treatment here</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>{minutes} min {seconds:02d} s seit dem Ende der Behandlung hier</translation>
    </message>
    <message>
        <source>The way to pressure ends here: nobody is pressed anywhere in this visit as it stands.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Der Weg zum Druck endet hier: Wie es steht, wird bei diesem Termin niemand irgendwo gedrückt.</translation>
    </message>
    <message>
        <source>Nobody is pressed in some regions, or not before you did something.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>In manchen Regionen wird niemand gedrückt, oder nicht, bevor Sie etwas getan haben.</translation>
    </message>
    <message>
        <source>Nothing in these answers forbids pressure. Each place has questions of its own.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Nichts in diesen Antworten verbietet Druck. Zu jedem Ort gibt es eigene Fragen.</translation>
    </message>
    <message>
        <source>{sentence} Only here: {regions}.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>{sentence} Nur hier: {regions}.</translation>
    </message>
    <message>
        <source>what blocks</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>was sperrt</translation>
    </message>
    <message>
        <source>reason to clear: {finding}</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Grund der Freigabe: {finding}</translation>
    </message>
    <message>
        <source>Your reason</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Ihr Grund</translation>
    </message>
    <message>
        <source>Clear: {finding}</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Freigeben: {finding}</translation>
    </message>
    <message>
        <source>What opens it: {clears}.</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Was es öffnet: {clears}.</translation>
    </message>
    <message>
        <source>Acknowledge for this visit</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Für diesen Termin zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>What to do: {advice}</source>
        <extracomment>gui/visit/bars.py</extracomment>
        <translation>Was zu tun ist: {advice}</translation>
    </message>
    <message>
        <source>Taut band</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Hartspannstrang</translation>
    </message>
    <message>
        <source>Tender at the spot</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Druckempfindlich an der Stelle</translation>
    </message>
    <message>
        <source>Referred pain reproduced</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Übertragener Schmerz ausgelöst</translation>
    </message>
    <message>
        <source>Local twitch</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Lokale Zuckung</translation>
    </message>
    <message>
        <source>The client knows this pain</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Der Klient kennt diesen Schmerz</translation>
    </message>
    <message>
        <source>What brings the client here?</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Was führt den Klienten her?</translation>
    </message>
    <message>
        <source>goals</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>In the client&apos;s own words</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>In den Worten des Klienten</translation>
    </message>
    <message>
        <source>Goals</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Explain, agree, try the stop signal once</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Erklären, zustimmen, das Stoppzeichen einmal ausprobieren</translation>
    </message>
    <message>
        <source>This text is “{name}” in the record.</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Dieser Text heißt im Eintrag „{name}“.</translation>
    </message>
    <message>
        <source>stop signal</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Stoppzeichen</translation>
    </message>
    <message>
        <source>A word, a hand, the client&apos;s button</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Ein Wort, eine Hand, der Knopf des Klienten</translation>
    </message>
    <message>
        <source>The client&apos;s stop signal</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Das Stoppzeichen des Klienten</translation>
    </message>
    <message>
        <source>How strong is the pain now?</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Wie stark ist der Schmerz jetzt?</translation>
    </message>
    <message>
        <source>0 is no pain, 10 the worst that one can imagine.</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>0 ist kein Schmerz, 10 der stärkste, den man sich vorstellen kann.</translation>
    </message>
    <message>
        <source>pain now</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Schmerz jetzt</translation>
    </message>
    <message>
        <source>What do your fingers find?</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Was finden Ihre Finger?</translation>
    </message>
    <message>
        <source>Pain when pressed by hand, 0 to 10; may stay open</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Schmerz beim Drücken mit der Hand, 0 bis 10; kann offen bleiben</translation>
    </message>
    <message>
        <source>These findings: {standing}. Two of the first three make a trigger point.</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Diese Befunde: {standing}. Zwei der ersten drei ergeben einen Triggerpunkt.</translation>
    </message>
    <message>
        <source>choose a complaint or write a goal; or skip this page, with a reason</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>wählen Sie eine Beschwerde, oder schreiben Sie ein Ziel; oder lassen Sie diese Seite mit einem Grund aus</translation>
    </message>
    <message>
        <source>The client agrees</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Der Klient stimmt zu</translation>
    </message>
    <message>
        <source>The signal was tried once</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Zeichen einmal ausprobiert</translation>
    </message>
    <message>
        <source>the client has to agree; without that nobody is pressed: skip this page, with the reason</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>der Klient muss zustimmen; ohne das wird niemand gedrückt: Lassen Sie diese Seite mit dem Grund aus</translation>
    </message>
    <message>
        <source>pain when pressed by hand</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Schmerz beim Drücken mit der Hand</translation>
    </message>
    <message>
        <source>note on the findings</source>
        <extracomment>gui/visit/before.py</extracomment>
        <translation>Notiz zu den Befunden</translation>
    </message>
    <message>
        <source>Myofascial release with the tool</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Myofasziales Lösen mit dem Gerät</translation>
    </message>
    <message>
        <source>Document dry needling</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Dry Needling festhalten</translation>
    </message>
    <message>
        <source>Dry needling is done by who is qualified for it, and only written down here: it is neither guided nor timed.</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Dry Needling macht, wer dafür qualifiziert ist; hier wird es nur festgehalten, weder geführt noch zeitlich gemessen.</translation>
    </message>
    <message>
        <source>With the tool: at most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s. {why}.</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Mit dem Gerät: höchstens {force_n:.1f} N ({kpa:.0f} kPa) für {hold_s:g} s. {why}.</translation>
    </message>
    <message>
        <source>✓ {technique} by hand, {lasted:.0f} s</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ {technique} mit der Hand, {lasted:.0f} s</translation>
    </message>
    <message>
        <source>✓ {technique} by hand, {lasted:.0f} s, not all of it</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ {technique} mit der Hand, {lasted:.0f} s, nicht vollständig</translation>
    </message>
    <message>
        <source>✓ myofascial release with the tool, {in_band_s:.0f} s in band: {outcome}</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ myofasziales Lösen mit dem Gerät, {in_band_s:.0f} s im Band: {outcome}</translation>
    </message>
    <message>
        <source>… a myofascial release with the tool was begun, and its end is not known: it counts as pressed in full</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>… myofasziales Lösen mit dem Gerät wurde begonnen, und sein Ende ist nicht bekannt: Es zählt als ganz gedrückt</translation>
    </message>
    <message>
        <source>✓ dry needling by {by} ({qualification}): {where}; reaction: {reaction}</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>✓ Dry Needling durch {by} ({qualification}): {where}; Reaktion: {reaction}</translation>
    </message>
    <message>
        <source>{what}: write it, “none” too</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>{what}: Schreiben Sie es auf, auch „keine“</translation>
    </message>
    <message>
        <source>Myofascial release by hand: low pressure, slowly</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Myofasziales Lösen mit der Hand: wenig Druck, langsam</translation>
    </message>
    <message>
        <source>Stretch, after the compression</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Dehnen, nach dem Drücken</translation>
    </message>
    <message>
        <source>Mobilisation: movement through the range</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Mobilisation: Bewegung durch den ganzen Umfang</translation>
    </message>
    <message>
        <source>Who did it</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Wer es gemacht hat</translation>
    </message>
    <message>
        <source>Qualified how</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Mit welcher Qualifikation</translation>
    </message>
    <message>
        <source>Where: muscle, depth</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Wo: Muskel, Tiefe</translation>
    </message>
    <message>
        <source>Reaction: twitch, pain, bleeding, dizziness, or none</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Reaktion: Zuckung, Schmerz, Blutung, Schwindel oder keine</translation>
    </message>
    <message>
        <source>Keep this</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>what was done here, and what may be done</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>was hier getan wurde und was getan werden darf</translation>
    </message>
    <message>
        <source>Anything else here?</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Noch etwas an dieser Stelle?</translation>
    </message>
    <message>
        <source>Each is kept as soon as it is done. Next goes on, also without any.</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Jedes wird eingetragen, sobald es getan ist. „Weiter“ geht weiter, auch ohne.</translation>
    </message>
    <message>
        <source>Dry needling</source>
        <extracomment>gui/visit/beside.py</extracomment>
        <translation>Dry Needling</translation>
    </message>
    <message>
        <source>passphrase</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlock</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Locked: nobody touched this window for a while.</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Gesperrt: Dieses Fenster wurde eine Weile nicht berührt.</translation>
    </message>
    <message>
        <source>All that was sent is kept. The passphrase of {who}:</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Alles, was abgeschickt wurde, ist gesichert. Die Passphrase von {who}:</translation>
    </message>
    <message>
        <source>This is not the passphrase: try again, small and large letters count.</source>
        <extracomment>gui/visit/cover.py</extracomment>
        <translation>Das ist nicht die Passphrase: Versuchen Sie es noch einmal, Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>found</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>not found</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not tested</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>{name}: give a number above 0</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: Geben Sie eine Zahl über 0 an</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{name}: choose one; nothing is chosen beforehand</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: Wählen Sie eines; vorausgewählt ist nichts</translation>
    </message>
    <message>
        <source>{name}: “{text}” is no number: write digits, as 412 or 38.5</source>
        <extracomment>gui/visit/fields.py</extracomment>
        <translation>{name}: „{text}“ ist keine Zahl: Schreiben Sie Ziffern, wie 412 oder 38,5</translation>
    </message>
    <message>
        <source>The treatment broke off: {why}</source>
        <extracomment>gui/visit/live.py</extracomment>
        <translation>Die Behandlung brach ab: {why}</translation>
    </message>
    <message>
        <source>{movement}, {side}</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{movement}, {side}</translation>
    </message>
    <message>
        <source>{what} in degrees</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{what} in Grad</translation>
    </message>
    <message>
        <source>{what}, {method}</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{what}, {method}</translation>
    </message>
    <message>
        <source>before: {degrees:g}°</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>vorher: {degrees:g}°</translation>
    </message>
    <message>
        <source>How far does it move now?</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Wie weit geht es jetzt?</translation>
    </message>
    <message>
        <source>How far does it move?</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Wie weit geht es?</translation>
    </message>
    <message>
        <source>Add this movement</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Diese Bewegung dazu</translation>
    </message>
    <message>
        <source>In degrees; a change smaller than the error of the method says nothing.</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>In Grad; eine Änderung, die kleiner ist als der Fehler des Verfahrens, sagt nichts.</translation>
    </message>
    <message>
        <source>degrees</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Measure what the complaint limits, as often as you like; or go on without.</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Messen Sie, was die Beschwerden einschränken, so oft Sie wollen; oder gehen Sie ohne weiter.</translation>
    </message>
    <message>
        <source>{name}: more than {most:g} is no movement; write it again</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>{name}: Mehr als {most:g} ist keine Bewegung; schreiben Sie es noch einmal</translation>
    </message>
    <message>
        <source>Movement</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Measured with</source>
        <extracomment>gui/visit/motion.py</extracomment>
        <translation>Gemessen mit</translation>
    </message>
    <message>
        <source>{number}   {site}, {side}   –   {position}   –   minute {starts:.0f} to {ends:.0f}</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>{number}   {site}, {side}   –   {position}   –   Minute {starts:.0f} bis {ends:.0f}</translation>
    </message>
    <message>
        <source>{row}   ↻ turn over</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>{row}   ↻ umdrehen</translation>
    </message>
    <message>
        <source>It takes {total:.0f} min. Say how many minutes the appointment has.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Es dauert {total:.0f} min. Geben Sie an, wie viele Minuten der Termin hat.</translation>
    </message>
    <message>
        <source>It takes {total:.0f} min, and the appointment has {has:g} min.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Es dauert {total:.0f} min, und der Termin hat {has:g} min.</translation>
    </message>
    <message>
        <source>! It takes {total:.0f} min, and the appointment has {has:g}: {over:.0f} min too many. Leave points out, or go back to a plan and take fewer or shorter holds.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>! Es dauert {total:.0f} min, und der Termin hat {has:g}: {over:.0f} min zu viel. Lassen Sie Punkte aus, oder gehen Sie zu einem Plan zurück und nehmen Sie weniger oder kürzere Haltephasen.</translation>
    </message>
    <message>
        <source>One point after another: holds and rests, {change:.0f} s to the next point, {turn:.0f} s to turn over.</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Ein Punkt nach dem anderen: Haltephasen und Pausen, {change:.0f} s zum nächsten Punkt, {turn:.0f} s zum Umdrehen.</translation>
    </message>
    <message>
        <source>In which order, and does it fit?</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>In welcher Reihenfolge, und passt es?</translation>
    </message>
    <message>
        <source>in minutes</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>in Minuten</translation>
    </message>
    <message>
        <source>Minutes that are left for the treatment</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Minuten, die für die Behandlung bleiben</translation>
    </message>
    <message>
        <source>points in the order of the treatment</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Punkte in der Reihenfolge der Behandlung</translation>
    </message>
    <message>
        <source>minutes</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Earlier</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Später</translation>
    </message>
    <message>
        <source>Other position</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Andere Lage</translation>
    </message>
    <message>
        <source>Group by position</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Nach Lage ordnen</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Alt+Pfeil auf</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Alt+Pfeil ab</translation>
    </message>
    <message>
        <source>Alt+P</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Alt+P</translation>
    </message>
    <message>
        <source>minutes of the appointment</source>
        <extracomment>gui/visit/order.py</extracomment>
        <translation>Minuten des Termins</translation>
    </message>
    <message>
        <source>Alt+U</source>
        <extracomment>gui/visit/points.py</extracomment>
        <translation>Alt+U</translation>
    </message>
    <message>
        <source>Where? Up to six points</source>
        <extracomment>gui/visit/points.py</extracomment>
        <translation>Wo? Bis zu sechs Punkte</translation>
    </message>
    <message>
        <source>choose at least one point; or skip this page, with a reason: nobody is pressed then</source>
        <extracomment>gui/visit/points.py</extracomment>
        <translation>wählen Sie mindestens einen Punkt; oder lassen Sie diese Seite mit Begründung aus: Dann wird niemand gedrückt</translation>
    </message>
    <message>
        <source>{many} points are too many for one visit: take at most {most}</source>
        <extracomment>clinic/plans/visit.py</extracomment>
        <translation>{many} Punkte sind zu viele für einen Termin: Nehmen Sie höchstens {most}</translation>
    </message>
    <message>
        <source>Nobody is pressed here now</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Hier wird jetzt niemand gedrückt</translation>
    </message>
    <message>
        <source>nobody is pressed here now: {why}</source>
        <extracomment>clinic/screening/effective.py</extracomment>
        <translation>hier wird jetzt niemand gedrückt: {why}</translation>
    </message>
    <message>
        <source>At most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s, with a band of ±10 %: {why}</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Höchstens {force_n:.1f} N ({kpa:.0f} kPa) für {hold_s:g} s, mit einem Band von ±10 %: {why}</translation>
    </message>
    <message>
        <source>With this plan all points take {minutes:.0f} min, one after another.</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Mit diesem Plan dauern alle Punkte nacheinander {minutes:.0f} min.</translation>
    </message>
    <message>
        <source>Skip this page with “Skip…”, or go back to what would open it.</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Lassen Sie diese Seite mit „Auslassen …“ aus, oder gehen Sie zurück zu dem, was sie öffnen würde.</translation>
    </message>
    <message>
        <source>{evidence}. Source: {sources}; confidence: {confidence}.</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>{evidence}. Quelle: {sources}; Sicherheit: {confidence}.</translation>
    </message>
    <message>
        <source>Target in N</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Ziel in N</translation>
    </message>
    <message>
        <source>Hold in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Haltephase in s</translation>
    </message>
    <message>
        <source>Holds</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Haltephasen</translation>
    </message>
    <message>
        <source>Rest in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Pause in s</translation>
    </message>
    <message>
        <source>why nobody is pressed</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>warum niemand gedrückt wird</translation>
    </message>
    <message>
        <source>prescriptions</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Verordnungen</translation>
    </message>
    <message>
        <source>What it asks to be acknowledged is</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Zur Kenntnis genommen, was der Plan verlangt</translation>
    </message>
    <message>
        <source>A target above the last visit&apos;s is meant</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Ein höheres Ziel als beim letzten Termin ist beabsichtigt</translation>
    </message>
    <message>
        <source>target in N</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Ziel in N</translation>
    </message>
    <message>
        <source>hold in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Haltephase in s</translation>
    </message>
    <message>
        <source>holds</source>
        <extracomment>gui/meter_window.py</extracomment>
        <translation>Haltephasen</translation>
    </message>
    <message>
        <source>rest in s</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Pause in s</translation>
    </message>
    <message>
        <source>holds are counted in whole numbers</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Haltephasen werden in ganzen Zahlen gezählt</translation>
    </message>
    <message>
        <source>Not here: {why}</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Nicht hier: {why}</translation>
    </message>
    <message>
        <source>A target above the last visit&apos;s {last_n:.1f} N is meant</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Ein Ziel über den {last_n:.1f} N des letzten Termins ist beabsichtigt</translation>
    </message>
    <message>
        <source>“Unsure” counts as yes until it is cleared up. Keys: Y, N, U; Backspace goes back.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>„Unsicher“ zählt als Ja, bis es geklärt ist. Tasten: J, N, U; die Rücktaste geht zurück.</translation>
    </message>
    <message>
        <source>Question {at} of {count}</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Frage {at} von {count}</translation>
    </message>
    <message>
        <source>Question {at} of {count} · asked at every entrance</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Frage {at} von {count} · wird immer zu Beginn gestellt</translation>
    </message>
    <message>
        <source>Yes  (Y)</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Ja  (J)</translation>
    </message>
    <message>
        <source>No  (N)</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Nein  (N)</translation>
    </message>
    <message>
        <source>Unsure  (U)</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Unsicher  (U)</translation>
    </message>
    <message>
        <source>this place may be pressed</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>dieser Ort darf gedrückt werden</translation>
    </message>
    <message>
        <source>Answered in this visit: {text}. Next keeps that; answering anew replaces it.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Bei diesem Termin beantwortet: {text}. „Weiter“ lässt es so; neue Antworten ersetzen es.</translation>
    </message>
    <message>
        <source>question</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Ask all again</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Alle erneut fragen</translation>
    </message>
    <message numerus="yes">
        <source>All %n questions are answered.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>%n Frage ist beantwortet.</numerusform>
            <numerusform>Alle %n Fragen sind beantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Next to keep the answers.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Drücken Sie „Weiter“, um die Antworten einzutragen.</translation>
    </message>
    <message numerus="yes">
        <source>All %n questions</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>Alle %n Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick: the %n hard ones</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>Kurz: die %n wichtigste</numerusform>
            <numerusform>Kurz: die %n wichtigsten</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is pressed without these questions: choose all of them, or the quick session</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>ohne diese Fragen wird niemand gedrückt: Wählen Sie alle oder die kurze Sitzung</translation>
    </message>
    <message>
        <source>Nobody is pressed before these questions are answered.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Niemand wird gedrückt, bevor diese Fragen beantwortet sind.</translation>
    </message>
    <message>
        <source>What a quick session leaves out lowers the limits as a yes would.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>Was eine kurze Sitzung auslässt, senkt die Grenzen, wie ein Ja es täte.</translation>
    </message>
    <message>
        <source>The measurement broke off: {why}</source>
        <extracomment>gui/visit/ramps.py</extracomment>
        <translation>Die Messung brach ab: {why}</translation>
    </message>
    <message>
        <source>{who}: {done} of {count} pages are filled in. The visit is kept in {where}.</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>{who}: {done} von {count} Seiten sind ausgefüllt. Der Termin liegt hier: {where}.</translation>
    </message>
    <message>
        <source>Printed: {files}</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Gedruckt: {files}</translation>
    </message>
    <message>
        <source>Nothing is printed here. Whenever you want paper: palpate report {who} -o FILE.pdf</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Hier wird nichts gedruckt. Wenn Sie Papier möchten: palpate report {who} -o FILE.pdf</translation>
    </message>
    <message>
        <source>Print the report</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <source>pages that are not filled in</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Seiten, die nicht ausgefüllt sind</translation>
    </message>
    <message>
        <source>the tool could not be reached</source>
        <extracomment>gui/visit/run.py</extracomment>
        <translation>das Gerät war nicht erreichbar</translation>
    </message>
    <message>
        <source>Nobody was pressed: {why}</source>
        <extracomment>gui/visit/run.py</extracomment>
        <translation>Niemand wurde gedrückt: {why}</translation>
    </message>
    <message>
        <source>{site},
{side}</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>{site},
{side}</translation>
    </message>
    <message>
        <source>the way through the visit</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>der Ablauf des Termins</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>offen</translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>ausgelassen: {why}</translation>
    </message>
    <message>
        <source>begun, its end is not known</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>begonnen, das Ende ist nicht bekannt</translation>
    </message>
    <message>
        <source>closed: {why}</source>
        <extracomment>gui/visit/stepper.py</extracomment>
        <translation>geschlossen: {why}</translation>
    </message>
    <message>
        <source>STOP – let go. It stands in the register of events.</source>
        <extracomment>gui/visit/stop.py</extracomment>
        <translation>STOP – loslassen. Es steht im Register der Ereignisse.</translation>
    </message>
    <message>
        <source>Why was STOP pressed? Nobody is pressed until that is told.</source>
        <extracomment>gui/visit/stop.py</extracomment>
        <translation>Warum wurde STOP gedrückt? Niemand wird gedrückt, bis das gesagt ist.</translation>
    </message>
    <message>
        <source>A ramp ends here at {kpa:.0f} kPa ({force_n:.0f} N): {why}.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Ein Anstieg endet hier bei {kpa:.0f} kPa ({force_n:.0f} N): {why}.</translation>
    </message>
    <message>
        <source>{kpa:.0f} kPa were measured here in this visit.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Bei diesem Termin wurden hier {kpa:.0f} kPa gemessen.</translation>
    </message>
    <message>
        <source>&gt; {kpa:.0f} kPa: the ramp ended before it hurt, and that is no figure to plan with. Skip this page.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>&gt; {kpa:.0f} kPa: Der Anstieg endete, bevor es schmerzte, und damit lässt sich nicht planen. Lassen Sie diese Seite aus.</translation>
    </message>
    <message>
        <source>Nothing was found: {outcome}</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Nichts wurde gefunden: {outcome}</translation>
    </message>
    <message>
        <source>Without a threshold of this visit, point and tip only plans led by pain are offered.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Ohne Schwelle dieses Termins, dieses Punkts und dieser Spitze werden nur Pläne angeboten, die sich nach dem Schmerz richten.</translation>
    </message>
    <message>
        <source>Practise it elsewhere first. Say site and side aloud, and keep the tool off the skin.</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Üben Sie es zuerst an anderer Stelle. Nennen Sie Ort und Seite laut, und halten Sie das Gerät von der Haut fern.</translation>
    </message>
    <message>
        <source>threshold in kPa</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Schwelle in kPa</translation>
    </message>
    <message>
        <source>in kPa</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>in kPa</translation>
    </message>
    <message>
        <source>Measure it with the tool</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Mit dem Gerät messen</translation>
    </message>
    <message>
        <source>Do not trust it: painkiller, distraction, unclear signal</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Nicht darauf verlassen: Schmerzmittel, Ablenkung, unklares Zeichen</translation>
    </message>
    <message>
        <source>threshold</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Looking for the tool …</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Gerät wird gesucht …</translation>
    </message>
    <message>
        <source>Measure it again</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Noch einmal messen</translation>
    </message>
    <message>
        <source>Measured threshold in kPa; skip this page where there is none</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Gemessene Schwelle in kPa; lassen Sie diese Seite aus, wo es keine gibt</translation>
    </message>
    <message>
        <source>Pain threshold with this tip</source>
        <extracomment>gui/visit/threshold.py</extracomment>
        <translation>Schmerzschwelle mit dieser Spitze</translation>
    </message>
    <message>
        <source>Part {number} of {count}, {all_left} s in all</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Teil {number} von {count}, noch {all_left} s insgesamt</translation>
    </message>
    <message>
        <source>Then: {doing}</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Danach: {doing}</translation>
    </message>
    <message>
        <source>✓  done</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>✓  fertig</translation>
    </message>
    <message>
        <source>Let the pressure rise slowly, only to where the tissue begins to resist.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Lassen Sie den Druck langsam zunehmen, nur so weit, bis das Gewebe Widerstand zu leisten beginnt.</translation>
    </message>
    <message>
        <source>Stay there. Low and steady; follow where it yields, and do not press through.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Bleiben Sie dort. Wenig und gleichmäßig; folgen Sie, wo es nachgibt, und drücken Sie nicht durch.</translation>
    </message>
    <message>
        <source>Let go as slowly as you came.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Lassen Sie so langsam los, wie Sie gekommen sind.</translation>
    </message>
    <message>
        <source>To where it pulls and not where it hurts; the client breathes on.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Bis es zieht, nicht bis es schmerzt; der Klient atmet weiter.</translation>
    </message>
    <message>
        <source>Slowly through the whole range that does not hurt.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Langsam durch den ganzen Bereich, der nicht schmerzt.</translation>
    </message>
    <message>
        <source>Let it rest.</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Lassen Sie es ruhen.</translation>
    </message>
    <message>
        <source>Once more</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>part of this stage that is over</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>wie viel von diesem Teil vorbei ist</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Skip part</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Teil auslassen</translation>
    </message>
    <message>
        <source>Repeat part</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Teil wiederholen</translation>
    </message>
    <message>
        <source>Part before</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Teil davor</translation>
    </message>
    <message>
        <source>{site}, {side}, {lies}</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{site}, {side}, {lies}</translation>
    </message>
    <message>
        <source>{repetitions} × {hold_s:g} s at {target_n:.1f} N, rests of {rest_s:g} s</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{repetitions} × {hold_s:g} s mit {target_n:.1f} N, Pausen von {rest_s:g} s</translation>
    </message>
    <message>
        <source>{hold_s:g} s at {target_n:.1f} N, once</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{hold_s:g} s mit {target_n:.1f} N, einmal</translation>
    </message>
    <message>
        <source>A treatment was begun here at {at:%H:%M}, and nobody knows its end.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Um {at:%H:%M} wurde hier eine Behandlung begonnen, und niemand weiß, wie sie endete.</translation>
    </message>
    <message>
        <source>All that was planned then counts as pressed, unless its record says how it ended.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Alles, was geplant war, zählt dann als gedrückt, sofern die Aufzeichnung nicht sagt, wie sie endete.</translation>
    </message>
    <message>
        <source>At each following place the window names site and side and waits: a short press of the button on the tool, or of the pedal, says that the tool is there; a double one leaves the place out. How it was is asked for at the end.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>An jedem weiteren Ort nennt das Fenster Ort und Seite und wartet: Ein kurzer Druck auf den Knopf am Gerät oder auf das Pedal sagt, dass das Gerät dort ist; ein doppelter lässt den Ort aus. Wie es war, wird am Ende gefragt.</translation>
    </message>
    <message>
        <source>Done: {outcome} Record: {record}.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Erledigt: {outcome} Aufzeichnung: {record}.</translation>
    </message>
    <message>
        <source>Begin the treatment</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Behandlung beginnen</translation>
    </message>
    <message>
        <source>Begin here, then the other places by the tool&apos;s button</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Hier beginnen, dann die anderen Orte mit dem Knopf am Gerät</translation>
    </message>
    <message>
        <source>{place}: looking for the tool …</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>{place}: Gerät wird gesucht …</translation>
    </message>
    <message>
        <source>Say site and side aloud. Keep the tool off the skin. Then begin.</source>
        <extracomment>gui/visit/treatment.py</extracomment>
        <translation>Nennen Sie Ort und Seite laut. Halten Sie das Gerät von der Haut fern. Dann beginnen Sie.</translation>
    </message>
    <message>
        <source>front view</source>
        <extracomment>gui/visit/where.py</extracomment>
        <translation>Ansicht von vorn</translation>
    </message>
    <message>
        <source>back view</source>
        <extracomment>gui/visit/where.py</extracomment>
        <translation>Ansicht von hinten</translation>
    </message>
    <message>
        <source>side view</source>
        <extracomment>gui/visit/where.py</extracomment>
        <translation>Ansicht von der Seite</translation>
    </message>
    <message>
        <source>Not a medical device · {pseudonym} · {name}</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Kein Medizinprodukt · {pseudonym} · {name}</translation>
    </message>
    <message>
        <source>Ctrl+Enter: next · Alt+←: back · Ctrl+K: skip · Ctrl+L: the way · Escape, F12: STOP</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Strg+Eingabe: weiter · Alt+←: zurück · Strg+K: auslassen · Strg+L: Ablauf · Esc, F12: STOP</translation>
    </message>
    <message>
        <source>This visit was begun at {at:%H:%M} and goes on here.</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Dieser Termin wurde um {at:%H:%M} begonnen und geht hier weiter.</translation>
    </message>
    <message>
        <source>STOP was pressed: {reason}. It stands in the register; ask again after 24 h.</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>STOP wurde gedrückt: {reason}. Es steht im Register; fragen Sie nach 24 h wieder nach.</translation>
    </message>
    <message>
        <source>Palpate – visit</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Palpate – Termin</translation>
    </message>
    <message>
        <source>why it is left out</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>warum es ausgelassen wird</translation>
    </message>
    <message>
        <source>Why is it left out?</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Warum wird es ausgelassen?</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>gui/tour.py</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>gui/go_on.py</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip…</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>Auslassen …</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>gui/visit/timer.py</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>STOP: let go. It could not be written down: {why}</source>
        <extracomment>gui/visit/window.py</extracomment>
        <translation>STOP: loslassen. Es konnte nicht aufgeschrieben werden: {why}</translation>
    </message>
    <message>
        <source>This computer has no voice. Install espeak-ng, then start again.</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>Dieser Computer hat keine Stimme. Installieren Sie espeak-ng und starten Sie neu.</translation>
    </message>
    <message>
        <source>This computer has no voice that this program can use.</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>Dieser Computer hat keine Stimme, die dieses Programm nutzen kann.</translation>
    </message>
    <message>
        <source>This computer has no voice of this language: add one in its settings, then start again.</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>Dieser Computer hat keine Stimme für diese Sprache: Fügen Sie in seinen Einstellungen eine hinzu und starten Sie neu.</translation>
    </message>
    <message>
        <source>what the voice wrote is no sound: {error}</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>was die Stimme schrieb, ist kein Ton: {error}</translation>
    </message>
    <message>
        <source>{program} does not speak: {error}</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>{program} spricht nicht: {error}</translation>
    </message>
    <message>
        <source>a voice speaks in samples of 16 bits, and this one does not</source>
        <extracomment>gui/voice.py</extracomment>
        <translation>eine Stimme spricht in Abtastwerten zu 16 Bit, und diese tut es nicht</translation>
    </message>
    <message>
        <source>Mind: {cautions}</source>
        <extracomment>gui/whom_banner.py</extracomment>
        <translation>Beachten: {cautions}</translation>
    </message>
    <message>
        <source>Bench and simulator only – not a medical device</source>
        <extracomment>gui/window.py</extracomment>
        <translation>Nur Prüfstand und Simulator – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>Not a medical device</source>
        <extracomment>gui/ramp_window.py</extracomment>
        <translation>Kein Medizinprodukt</translation>
    </message>
    <message>
        <source>PRACTISED WITHOUT A TOOL – not a medical device</source>
        <extracomment>gui/window.py</extracomment>
        <translation>OHNE GERÄT GEÜBT – kein Medizinprodukt</translation>
    </message>
    <message>
        <source>battery {percent}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Akku {percent}</translation>
    </message>
    <message>
        <source>{battery}, {minutes:.0f} min</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{battery}, {minutes:.0f} min</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{at} von {count}</translation>
    </message>
    <message>
        <source>{site}, {side}</source>
        <extracomment>gui/body_words.py</extracomment>
        <translation>{site}, {side}</translation>
    </message>
    <message>
        <source>target {low}–{high} {unit} · limit {cap} {unit}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Ziel {low}–{high} {unit} · Grenze {cap} {unit}</translation>
    </message>
    <message>
        <source>received: {received} of {expected}, {late} of them late</source>
        <extracomment>gui/words.py</extracomment>
        <translation>angekommen: {received} von {expected}, davon {late} verspätet</translation>
    </message>
    <message>
        <source>{minutes}:{rest_s:02d} min</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{minutes}:{rest_s:02d} min</translation>
    </message>
    <message>
        <source>no data yet</source>
        <extracomment>gui/words.py</extracomment>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>% of the last ten seconds</source>
        <extracomment>gui/words.py</extracomment>
        <translation>% der letzten zehn Sekunden</translation>
    </message>
    <message>
        <source>link: {level}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Verbindung: {level}</translation>
    </message>
    <message>
        <source>rate: {rate}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Rate: {rate}</translation>
    </message>
    <message>
        <source>lost: {lost}, {lately}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>verloren: {lost}, {lately}</translation>
    </message>
    <message>
        <source>damaged: {malformed}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>beschädigt: {malformed}</translation>
    </message>
    <message>
        <source>age of the data for 99 % of the time: {old}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Alter der Daten in 99 % der Zeit: {old}</translation>
    </message>
    <message>
        <source>signal before the connection: {signal}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Signal vor der Verbindung: {signal}</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <extracomment>gui/words.py</extracomment>
        <translation>so schnell wie möglich</translation>
    </message>
    <message>
        <source>speed {factor:g}×</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Zeit {factor:g}×</translation>
    </message>
    <message>
        <source>{why}, {left}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{why}, {left}</translation>
    </message>
    <message>
        <source>Let go in a moment</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Gleich loslassen</translation>
    </message>
    <message>
        <source>Ask: {question}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Fragen: {question}</translation>
    </message>
    <message>
        <source>none|readings</source>
        <extracomment>gui/words.py</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>received: {received} of {expected}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>angekommen: {received} von {expected}</translation>
    </message>
    <message>
        <source>clocks apart by: {offset}, within {error}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Uhren auseinander um: {offset}, genau auf {error}</translation>
    </message>
    <message>
        <source>tool&apos;s clock fast by: {skew}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Uhr des Geräts geht vor um: {skew}</translation>
    </message>
    <message>
        <source>lost {lost}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{lost} verloren</translation>
    </message>
    <message>
        <source>none lost</source>
        <extracomment>gui/words.py</extracomment>
        <translation>kein Verlust</translation>
    </message>
    <message>
        <source>● slow disk</source>
        <extracomment>gui/words.py</extracomment>
        <translation>● Platte langsam</translation>
    </message>
    <message>
        <source>● recording</source>
        <extracomment>gui/words.py</extracomment>
        <translation>● Aufnahme</translation>
    </message>
    <message>
        <source>NOT RECORDED</source>
        <extracomment>gui/words.py</extracomment>
        <translation>KEINE AUFNAHME</translation>
    </message>
    <message>
        <source>step up to {target_n:.1f} N ({said})</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Stufe hoch auf {target_n:.1f} N ({said})</translation>
    </message>
    <message>
        <source>no step up: {why}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>keine Stufe hoch: {why}</translation>
    </message>
    <message>
        <source>readings a second</source>
        <extracomment>gui/words.py</extracomment>
        <translation>Messwerte je Sekunde</translation>
    </message>
    <message>
        <source>damaged {malformed}</source>
        <extracomment>gui/words.py</extracomment>
        <translation>{malformed} beschädigt</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <extracomment>palpate/options.py</extracomment>
        <translation>dort dürfen Sie nicht schreiben</translation>
    </message>
    <message>
        <source>no record can be written in {folder} ({reason}): choose another place with --data or --out</source>
        <extracomment>palpate/options.py</extracomment>
        <translation>in {folder} kann keine Aufzeichnung geschrieben werden ({reason}): Wählen Sie mit --data oder --out einen anderen Speicherort</translation>
    </message>
    <message>
        <source>at most {force_n:.1f} N ({kpa:.0f} kPa) for {hold_s:g} s</source>
        <extracomment>palpate/person.py</extracomment>
        <translation>höchstens {force_n:.1f} N ({kpa:.0f} kPa) für {hold_s:g} s</translation>
    </message>
    <message>
        <source>a person without a pseudonym</source>
        <extracomment>palpate/person.py</extracomment>
        <translation>eine Person ohne Pseudonym</translation>
    </message>
    <message>
        <source>a simulated hand presses a tool of its own: leave out --tool, or --hand</source>
        <extracomment>palpate/train/doing.py</extracomment>
        <translation>eine simulierte Hand drückt mit einem eigenen Gerät: Lassen Sie --tool oder --hand weg</translation>
    </message>
    <message>
        <source>an instrument of another make only measures: an exercise needs the tool, or --hand</source>
        <extracomment>palpate/train/doing.py</extracomment>
        <translation>ein Instrument eines anderen Herstellers misst nur: Eine Übung braucht das Gerät oder --hand</translation>
    </message>
    <message>
        <source>looking for the tool</source>
        <extracomment>palpate/train/gym.py</extracomment>
        <translation>das Gerät wird gesucht</translation>
    </message>
    <message>
        <source>the tool does not answer: switch it off and on again</source>
        <extracomment>palpate/train/gym.py</extracomment>
        <translation>das Gerät antwortet nicht: Schalten Sie es aus und wieder ein</translation>
    </message>
    <message>
        <source>“{name}” presses this point for up to {pressed_s:.0f} s, and {left_s:.0f} s are left in this visit: choose a shorter exercise</source>
        <extracomment>palpate/train/on_person.py</extracomment>
        <translation>„{name}“ drückt diesen Punkt bis zu {pressed_s:.0f} s lang, und in diesem Besuch sind noch {left_s:.0f} s übrig: Wählen Sie eine kürzere Übung</translation>
    </message>
    <message>
        <source>nothing was recorded: measure it again</source>
        <extracomment>palpate/visit_ramps.py</extracomment>
        <translation>nichts wurde aufgezeichnet: Messen Sie noch einmal</translation>
    </message>
    <message>
        <source>{record} has no summary: look at it with “palpate analyze”</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>{record} hat keine Zusammenfassung: Sehen Sie die Aufzeichnung mit „palpate analyze“ an</translation>
    </message>
    <message>
        <source>this instrument guides nobody: take a compression tool, or “palpate treat” to read it</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>dieses Instrument führt niemanden: Nehmen Sie ein Gerät für Druck, oder lesen Sie es mit „palpate treat“</translation>
    </message>
    <message>
        <source>nothing was recorded, so there is nothing to print: skip this page, with a reason</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>nichts wurde aufgezeichnet, also ist nichts zu drucken: Lassen Sie diese Seite mit einem Grund aus</translation>
    </message>
    <message>
        <source>{path}: it cannot be written ({why}): choose another place</source>
        <extracomment>palpate/visiting.py</extracomment>
        <translation>{path}: Schreiben nicht möglich ({why}): Wählen Sie einen anderen Speicherort</translation>
    </message>
    <message>
        <source>the search for the tool was ended</source>
        <extracomment>palpate/visit_ramps.py</extracomment>
        <translation>die Suche nach dem Gerät wurde beendet</translation>
    </message>
    <message>
        <source>no data</source>
        <extracomment>gui/face.py</extracomment>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>the sensor cannot be trusted</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>der Sensor ist nicht verlässlich</translation>
    </message>
    <message>
        <source>the tool is overloaded</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>das Gerät ist überlastet</translation>
    </message>
    <message>
        <source>the pain rises although the pressure does not</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>der Schmerz nimmt zu, obwohl der Druck nicht zunimmt</translation>
    </message>
    <message>
        <source>the pain is too strong</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>der Schmerz ist zu stark</translation>
    </message>
    <message>
        <source>after such pain only “too painful” leads on</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>nach solchem Schmerz führt nur „zu schmerzhaft“ weiter</translation>
    </message>
    <message>
        <source>the patient pressed stop</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>der Klient hat STOP gedrückt</translation>
    </message>
    <message>
        <source>stop was pressed</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>STOP wurde gedrückt</translation>
    </message>
    <message>
        <source>the zero is being checked: keep the tool off the skin</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>der Nullpunkt wird geprüft: Halten Sie das Gerät von der Haut fern</translation>
    </message>
    <message>
        <source>looking at the tool</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>das Gerät wird geprüft</translation>
    </message>
    <message>
        <source>not yet: the tool is still being looked at</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>noch nicht: Das Gerät wird noch geprüft</translation>
    </message>
    <message>
        <source>another tip is on than the plan is for: put the right one on</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>eine andere Spitze ist aufgesetzt, als der Plan verlangt: Setzen Sie die richtige auf</translation>
    </message>
    <message>
        <source>look at site and side: a short press says it is there</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>Ort und Seite ansehen: Ein kurzer Knopfdruck sagt, dass das Gerät dort ist</translation>
    </message>
    <message>
        <source>this is the rest</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>jetzt ist Pause</translation>
    </message>
    <message>
        <source>the treatment is over</source>
        <extracomment>session/stepping.py</extracomment>
        <translation>die Behandlung ist beendet</translation>
    </message>
    <message>
        <source>a step up follows</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>eine Stufe nach oben folgt</translation>
    </message>
    <message>
        <source>the time of this trial is over</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>die Zeit dieses Versuchs ist um</translation>
    </message>
    <message>
        <source>internal fault</source>
        <extracomment>session/cue.py: Why</extracomment>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>the patient said “now”</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>der Klient sagte „jetzt“</translation>
    </message>
    <message>
        <source>the ramp has reached its end</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>der Anstieg ist an seinem Ende</translation>
    </message>
    <message>
        <source>the ramp takes too long</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>der Anstieg dauert zu lange</translation>
    </message>
    <message>
        <source>the tip on the tool is not the one of the plan</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>die Spitze am Gerät ist nicht die des Plans</translation>
    </message>
    <message>
        <source>the patient&apos;s button is still down</source>
        <extracomment>session/threshold_cue.py: RampWhy</extracomment>
        <translation>der Knopf des Klienten ist noch gedrückt</translation>
    </message>
    <message>
        <source>pain?</source>
        <extracomment>session/cue.py: Question</extracomment>
        <translation>Schmerz?</translation>
    </message>
    <message>
        <source>softer? pain?</source>
        <extracomment>session/cue.py: Question</extracomment>
        <translation>weicher? Schmerz?</translation>
    </message>
    <message>
        <source>too painful</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>zu schmerzhaft</translation>
    </message>
    <message>
        <source>tingling, numbness, shooting pain, weakness or pulsation</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>Kribbeln, Taubheit, einschießender Schmerz, Schwäche oder Pulsieren</translation>
    </message>
    <message>
        <source>dizziness, pallor, trouble seeing or speaking</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>Schwindel, Blässe, Seh- oder Sprechstörung</translation>
    </message>
    <message>
        <source>another reason</source>
        <extracomment>session/inputs.py: StopReason</extracomment>
        <translation>anderer Grund</translation>
    </message>
    <message>
        <source>pain gone</source>
        <extracomment>session/plan.py: StepAfter</extracomment>
        <translation>Schmerz weg</translation>
    </message>
    <message>
        <source>pain halved</source>
        <extracomment>session/plan.py: StepAfter</extracomment>
        <translation>Schmerz halbiert</translation>
    </message>
    <message>
        <source>pain below</source>
        <extracomment>session/plan.py: StepAfter</extracomment>
        <translation>Schmerz unter</translation>
    </message>
    <message>
        <source>the face</source>
        <extracomment>session/caps.py: Region</extracomment>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>neck and suboccipital region</source>
        <extracomment>session/caps.py: Region</extracomment>
        <translation>Hals, Nacken und Subokzipitalregion</translation>
    </message>
    <message>
        <source>trunk and limbs</source>
        <extracomment>session/caps.py: Region</extracomment>
        <translation>Rumpf und Gliedmaßen</translation>
    </message>
    <message>
        <source>good</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>gut</translation>
    </message>
    <message>
        <source>some loss</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>bad</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>silent</source>
        <extracomment>session/link_health.py: Level</extracomment>
        <translation>stumm</translation>
    </message>
    <message>
        <source>connecting</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>online</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>online</translation>
    </message>
    <message>
        <source>lost</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>ended</source>
        <extracomment>session/view.py: LinkState</extracomment>
        <translation>beendet</translation>
    </message>
    <message>
        <source>this computer has no Bluetooth LE radio: plug one in</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>dieser Computer hat kein Funkmodul für Bluetooth LE: Stecken Sie eines an</translation>
    </message>
    <message>
        <source>it is switched off: switch Bluetooth on</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>es ist ausgeschaltet: Schalten Sie Bluetooth ein</translation>
    </message>
    <message>
        <source>this program may not use it: allow Bluetooth for it in the system&apos;s privacy settings</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>dieses Programm darf es nicht benutzen: Erlauben Sie ihm Bluetooth in den Datenschutzeinstellungen des Systems</translation>
    </message>
    <message>
        <source>the system&apos;s Bluetooth service does not run: start it (on Linux: systemctl start bluetooth)</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>der Bluetooth-Dienst des Systems läuft nicht: Starten Sie ihn (unter Linux: systemctl start bluetooth)</translation>
    </message>
    <message>
        <source>the system does not say why: switch Bluetooth off and on</source>
        <extracomment>device/errors.py: OffReason</extracomment>
        <translation>das System sagt nicht, warum: Schalten Sie Bluetooth aus und wieder ein</translation>
    </message>
    <message>
        <source>each reading carries the instrument&apos;s time</source>
        <extracomment>protocol/instruments/ability.py: Clock</extracomment>
        <translation>jeder Messwert trägt die Zeit des Instruments</translation>
    </message>
    <message>
        <source>readings are counted, and the instrument takes them at a known period</source>
        <extracomment>protocol/instruments/ability.py: Clock</extracomment>
        <translation>die Messwerte sind gezählt, und das Instrument nimmt sie in bekanntem Abstand</translation>
    </message>
    <message>
        <source>readings have only the time of their arrival</source>
        <extracomment>protocol/instruments/ability.py: Clock</extracomment>
        <translation>Messwerte haben nur die Zeit ihrer Ankunft</translation>
    </message>
    <message>
        <source>overwritten in the tool</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>im Gerät überschrieben</translation>
    </message>
    <message>
        <source>gone with a restart of the tool</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>mit einem Neustart des Geräts verschwunden</translation>
    </message>
    <message>
        <source>gone with an earlier stream</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>mit einem früheren Datenstrom verschwunden</translation>
    </message>
    <message>
        <source>not sent by this tool</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>von diesem Gerät nicht gesendet</translation>
    </message>
    <message>
        <source>asked for in vain</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>vergeblich angefordert</translation>
    </message>
    <message>
        <source>too scattered to be asked for</source>
        <extracomment>protocol/missing.py: Lost</extracomment>
        <translation>zu verstreut, um angefordert zu werden</translation>
    </message>
    <message>
        <source>as the system</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>high contrast</source>
        <extracomment>gui/look.py: Colours</extracomment>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>inclinometer</source>
        <extracomment>clinic/visits.py: MotionMethod</extracomment>
        <translation>Inklinometer</translation>
    </message>
    <message>
        <source>goniometer</source>
        <extracomment>clinic/visits.py: MotionMethod</extracomment>
        <translation>Goniometer</translation>
    </message>
    <message>
        <source>by eye</source>
        <extracomment>clinic/visits.py: MotionMethod</extracomment>
        <translation>nach Augenmaß</translation>
    </message>
    <message>
        <source>Questions first</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Zuerst die Fragen</translation>
    </message>
    <message>
        <source>Complaint</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Beschwerden</translation>
    </message>
    <message>
        <source>Consent and stop signal</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Einwilligung, Stoppzeichen</translation>
    </message>
    <message>
        <source>Pain before</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Schmerz vorher</translation>
    </message>
    <message>
        <source>Movement before</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Beweglichkeit vorher</translation>
    </message>
    <message>
        <source>Points</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Findings by hand</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Tastbefund</translation>
    </message>
    <message>
        <source>Questions about the place</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Fragen zum Ort</translation>
    </message>
    <message>
        <source>Pain threshold</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Schmerzschwelle</translation>
    </message>
    <message>
        <source>Plan</source>
        <extracomment>gui/visit/pressing.py</extracomment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Order and time</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Reihenfolge und Zeit</translation>
    </message>
    <message>
        <source>Treatment</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Other techniques</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Andere Techniken</translation>
    </message>
    <message>
        <source>Response</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Re-test</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Nachmessung</translation>
    </message>
    <message>
        <source>Movement after</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Beweglichkeit nachher</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <extracomment>clinic/way/said.py: Step</extracomment>
        <translation>Nachsorge</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>gui/visit/after.py</extracomment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Report</source>
        <extracomment>gui/visit/report.py</extracomment>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>practice</source>
        <extracomment>gui/ramp_words.py</extracomment>
        <translation>Übung</translation>
    </message>
    <message>
        <source>pre-test</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>Vortest</translation>
    </message>
    <message>
        <source>retention</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>transfer</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>steadiness</source>
        <extracomment>training/exercise.py: Purpose</extracomment>
        <translation>Gleichmäßigkeit</translation>
    </message>
    <message>
        <source>An even hand</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine ruhige Hand</translation>
    </message>
    <message>
        <source>Feel a force</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine Kraft spüren</translation>
    </message>
    <message>
        <source>Find it again</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Die Kraft wiederfinden</translation>
    </message>
    <message>
        <source>The way up and the way down</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Der Weg hinauf und der Weg hinab</translation>
    </message>
    <message>
        <source>Without looking</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Ohne hinzusehen</translation>
    </message>
    <message>
        <source>For as long as it takes</source>
        <extracomment>training/course.toml</extracomment>
        <translation>So lange es dauert</translation>
    </message>
    <message>
        <source>Three forces, unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Drei Kräfte, verdeckt</translation>
    </message>
    <message>
        <source>Press 15, 25 and 40 N as you feel them. Nothing tells you how hard you press, and no result follows.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Drücken Sie 15, 25 und 40 N nach Ihrem Gefühl. Nichts sagt Ihnen, wie stark Sie drücken, und es folgt kein Ergebnis.</translation>
    </message>
    <message>
        <source>Hold 20 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>20 N halten</translation>
    </message>
    <message>
        <source>Press to 20 N within a few seconds, and keep the force in the middle of the band.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Drücken Sie in wenigen Sekunden bis 20 N und halten Sie die Kraft in der Mitte des Bandes.</translation>
    </message>
    <message>
        <source>Hold 30 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>30 N halten</translation>
    </message>
    <message>
        <source>The same with 30 N: lean, do not push with the fingers.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Dasselbe mit 30 N: Lehnen Sie sich hinein, drücken Sie nicht mit den Fingern.</translation>
    </message>
    <message>
        <source>Hold 20 N, look when you want to</source>
        <extracomment>training/course.toml</extracomment>
        <translation>20 N halten, hinsehen nach Wunsch</translation>
    </message>
    <message>
        <source>The force is hidden until you ask for it. Ask when you are not sure.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Die Kraft ist verdeckt, bis Sie sie sehen wollen. Fragen Sie danach, wenn Sie unsicher sind.</translation>
    </message>
    <message>
        <source>Let go on the word</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Auf das Wort loslassen</translation>
    </message>
    <message>
        <source>Hold 20 N. When you hear “let go slowly”, let go at once and softly.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Halten Sie 20 N. Wenn Sie „langsam loslassen“ hören, lassen Sie sofort und sanft los.</translation>
    </message>
    <message>
        <source>Ladder upwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Leiter aufwärts</translation>
    </message>
    <message>
        <source>10, 20, 30 and 40 N, one after the other, off the pad between.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 20, 30 und 40 N, eins nach dem anderen; dazwischen weg vom Polster.</translation>
    </message>
    <message>
        <source>Ladder downwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Leiter abwärts</translation>
    </message>
    <message>
        <source>40, 30, 20 and 10 N, one after the other. Every second rung is unseen.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>40, 30, 20 und 10 N, eins nach dem anderen. Jede zweite Sprosse ist verdeckt.</translation>
    </message>
    <message>
        <source>Any of three</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine von dreien</translation>
    </message>
    <message>
        <source>15, 25 or 35 N, in no order. Look when you want to.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>15, 25 oder 35 N, ohne Reihenfolge. Sehen Sie hin, wenn Sie wollen.</translation>
    </message>
    <message>
        <source>Hold 25 N, every second time unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>25 N halten, jedes zweite Mal verdeckt</translation>
    </message>
    <message>
        <source>What you felt while looking, repeat without.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Wiederholen Sie verdeckt, was Sie beim Hinsehen gespürt haben.</translation>
    </message>
    <message>
        <source>Show me 25 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Zeigen Sie 25 N</translation>
    </message>
    <message>
        <source>Find 25 N without looking and hold it. Afterwards you see what it was.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Finden Sie 25 N, ohne hinzusehen, und halten Sie die Kraft. Danach sehen Sie, wie viel es war.</translation>
    </message>
    <message>
        <source>Slowly upwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Langsam aufwärts</translation>
    </message>
    <message>
        <source>Follow the target: 3 N more each second, up to 30 N.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Folgen Sie dem Ziel: 3 N mehr in jeder Sekunde, bis 30 N.</translation>
    </message>
    <message>
        <source>Evenly upwards</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Gleichmäßig aufwärts</translation>
    </message>
    <message>
        <source>5 N more each second, up to 40 N; every second time unseen.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>5 N mehr in jeder Sekunde, bis 40 N; jedes zweite Mal verdeckt.</translation>
    </message>
    <message>
        <source>A threshold&apos;s ramp</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Anstieg wie bei einer Schwelle</translation>
    </message>
    <message>
        <source>3 N each second, as for a pain threshold with a tip of 1 cm² (30 kPa/s). Let go at once when you hear it.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>3 N in jeder Sekunde, wie für eine Schmerzschwelle mit einer Spitze von 1 cm² (30 kPa/s). Lassen Sie sofort los, wenn Sie es hören.</translation>
    </message>
    <message>
        <source>Let go of 30 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>30 N loslassen</translation>
    </message>
    <message>
        <source>Hold 30 N, unseen every second time, and let go on the word.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Halten Sie 30 N, jedes zweite Mal verdeckt, und lassen Sie auf das Wort hin los.</translation>
    </message>
    <message>
        <source>Any of four, seen once in three</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine von vieren, jedes dritte Mal sichtbar</translation>
    </message>
    <message>
        <source>10, 20, 30 or 40 N in no order.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 20, 30 oder 40 N ohne Reihenfolge.</translation>
    </message>
    <message>
        <source>Any of five, seen once in five</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine von fünfen, jedes fünfte Mal sichtbar</translation>
    </message>
    <message>
        <source>10, 18, 26, 34 or 42 N in no order; the results come at the end.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 18, 26, 34 oder 42 N ohne Reihenfolge; die Ergebnisse kommen am Ende.</translation>
    </message>
    <message>
        <source>Show me 35 N</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Zeigen Sie 35 N</translation>
    </message>
    <message>
        <source>Find 35 N without looking. Judge it yourself first: the result comes after five seconds.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Finden Sie 35 N, ohne hinzusehen. Urteilen Sie zuerst selbst: Das Ergebnis kommt nach fünf Sekunden.</translation>
    </message>
    <message>
        <source>Let go, unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Loslassen, verdeckt</translation>
    </message>
    <message>
        <source>Hold 25 N without looking, and let go on the word.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Halten Sie 25 N, ohne hinzusehen, und lassen Sie auf das Wort hin los.</translation>
    </message>
    <message>
        <source>A minute</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine Minute</translation>
    </message>
    <message>
        <source>Hold 25 N for a minute, as in a treatment. Rest your arm between.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Halten Sie 25 N eine Minute lang, wie in einer Behandlung. Ruhen Sie den Arm dazwischen aus.</translation>
    </message>
    <message>
        <source>A minute, seen once in three</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine Minute, jedes dritte Mal sichtbar</translation>
    </message>
    <message>
        <source>Hold 25 N for a minute; the second and the third time without looking.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Halten Sie 25 N eine Minute lang; das zweite und das dritte Mal, ohne hinzusehen.</translation>
    </message>
    <message>
        <source>Any of four, unseen</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine von vieren, verdeckt</translation>
    </message>
    <message>
        <source>10, 20, 30 or 40 N in no order and without looking; the results come at the end.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>10, 20, 30 oder 40 N ohne Reihenfolge und ohne hinzusehen; die Ergebnisse kommen am Ende.</translation>
    </message>
    <message>
        <source>Three forces, in view</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Drei Kräfte, sichtbar</translation>
    </message>
    <message>
        <source>Keep 25, 15 and 40 N as evenly in the middle of the band as you can. The results come at the end.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Halten Sie 25, 15 und 40 N so gleichmäßig in der Mitte des Bandes, wie Sie können. Die Ergebnisse kommen am Ende.</translation>
    </message>
    <message>
        <source>Another force</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine andere Kraft</translation>
    </message>
    <message>
        <source>20, 32 and 45 N, which you were not tested with. Nothing tells you how hard you press.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>20, 32 und 45 N, mit denen Sie nicht getestet wurden. Nichts sagt Ihnen, wie stark Sie drücken.</translation>
    </message>
    <message>
        <source>Another site</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Ein anderer Ort</translation>
    </message>
    <message>
        <source>15, 25 and 40 N on a softer place. Nothing tells you how hard you press.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>15, 25 und 40 N auf einer weicheren Stelle. Nichts sagt Ihnen, wie stark Sie drücken.</translation>
    </message>
    <message>
        <source>The other hand</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Die andere Hand</translation>
    </message>
    <message>
        <source>15, 25 and 40 N with the hand that you do not use otherwise. Nothing tells you how hard you press.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>15, 25 und 40 N mit der Hand, die Sie sonst nicht benutzen. Nichts sagt Ihnen, wie stark Sie drücken.</translation>
    </message>
    <message>
        <source>A whole treatment, rehearsed</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Eine ganze Behandlung, geprobt</translation>
    </message>
    <message>
        <source>Treat a patient who is not there: three holds on the pad. Ask their pain when you are told to, and let go at their stop.</source>
        <extracomment>training/course.toml</extracomment>
        <translation>Behandeln Sie einen Klienten, den es nicht gibt: drei Haltephasen auf dem Polster. Fragen Sie nach dem Schmerz, wenn Sie dazu aufgefordert werden, und lassen Sie bei seinem Stopp los.</translation>
    </message>
</context>
</TS>
