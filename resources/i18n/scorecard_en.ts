<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name />
    <message numerus="yes">
        <source>Import %n entry(s)? [y/N] </source>
        <translation>
            <numerusform>Import %n entry? [y/N] </numerusform>
            <numerusform>Import %n entries? [y/N] </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these will wait on the bench: the card has room for nine.</source>
        <translation>
            <numerusform>%n of these will wait on the bench: the card has room for nine.</numerusform>
            <numerusform>%n of these will wait on the bench: the card has room for nine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n entry(s)</source>
        <translation>
            <numerusform>&amp;Import %n entry</numerusform>
            <numerusform>&amp;Import %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n measure(s)</source>
        <translation>
            <numerusform>&amp;Import %n measure</numerusform>
            <numerusform>&amp;Import %n measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them scored: the values stay, and count for nothing.</source>
        <translation>
            <numerusform>%n of them scored: the values stay, and count for nothing.</numerusform>
            <numerusform>%n of them scored: the values stay, and count for nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) scored</source>
        <translation>
            <numerusform>%n day scored</numerusform>
            <numerusform>%n days scored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) above {before}</source>
        <translation>
            <numerusform>%n point above {before}</numerusform>
            <numerusform>%n points above {before}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) below {before}</source>
        <translation>
            <numerusform>%n point below {before}</numerusform>
            <numerusform>%n points below {before}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) from memory</source>
        <translation>
            <numerusform>%n day from memory</numerusform>
            <numerusform>%n days from memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) away</source>
        <translation>
            <numerusform>%n day away</numerusform>
            <numerusform>%n days away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) above last week</source>
        <translation>
            <numerusform>%n point above last week</numerusform>
            <numerusform>%n points above last week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) below last week</source>
        <translation>
            <numerusform>%n point below last week</numerusform>
            <numerusform>%n points below last week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s) still blank</source>
        <translation>
            <numerusform>%n measure still blank</numerusform>
            <numerusform>%n measures still blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s) left blank</source>
        <translation>
            <numerusform>%n measure left blank</numerusform>
            <numerusform>%n measures left blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s) still to score</source>
        <translation>
            <numerusform>%n measure still to score</numerusform>
            <numerusform>%n measures still to score</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s) will only be counted: a table tells no target. Set one when you like.</source>
        <translation>
            <numerusform>%n measure will only be counted: a table tells no target. Set one when you like.</numerusform>
            <numerusform>%n measures will only be counted: a table tells no target. Set one when you like.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(s)</source>
        <translation>
            <numerusform>%n new entry</numerusform>
            <numerusform>%n new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where yours differs and stays</source>
        <translation>
            <numerusform>%n where yours differs and stays</numerusform>
            <numerusform>%n where yours differs and stays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s)</source>
        <translation>
            <numerusform>%n measure</numerusform>
            <numerusform>%n measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more pair(s) that clearly move together.</source>
        <translation>
            <numerusform>%n more pair that clearly move together.</numerusform>
            <numerusform>%n more pairs that clearly move together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of measures looked at: of those that are told, 1 in 20 may be chance.</source>
        <translation>
            <numerusform>%n pair of measures looked at: of those that are told, 1 in 20 may be chance.</numerusform>
            <numerusform>%n pairs of measures looked at: of those that are told, 1 in 20 may be chance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{measure}: at 100 for %n week(s). Ask more of it, or retire it?</source>
        <translation>
            <numerusform>{measure}: at 100 for %n week. Ask more of it, or retire it?</numerusform>
            <numerusform>{measure}: at 100 for %n weeks. Ask more of it, or retire it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{measure}: at 0 for %n week(s). Ask less of it, or retire it?</source>
        <translation>
            <numerusform>{measure}: at 0 for %n week. Ask less of it, or retire it?</numerusform>
            <numerusform>{measure}: at 0 for %n weeks. Ask less of it, or retire it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is too large: at most %n MB can be read.</source>
        <translation>
            <numerusform>The file is too large: at most %n MB can be read.</numerusform>
            <numerusform>The file is too large: at most %n MB can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The table is too long: at most %n row(s) can be read.</source>
        <translation>
            <numerusform>The table is too long: at most %n row can be read.</numerusform>
            <numerusform>The table is too long: at most %n rows can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The table is too wide: at most %n column(s) can be read.</source>
        <translation>
            <numerusform>The table is too wide: at most %n column can be read.</numerusform>
            <numerusform>The table is too wide: at most %n columns can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds too much: at most %n measure(s) can be read.</source>
        <translation>
            <numerusform>The file holds too much: at most %n measure can be read.</numerusform>
            <numerusform>The file holds too much: at most %n measures can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds too much: at most %n entry(s) can be read.</source>
        <translation>
            <numerusform>The file holds too much: at most %n entry can be read.</numerusform>
            <numerusform>The file holds too much: at most %n entries can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s) not imported: the other program inferred them</source>
        <translation>
            <numerusform>%n tick not imported: the other program inferred them</numerusform>
            <numerusform>%n ticks not imported: the other program inferred them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more record(s) for a day that has one: the first stands</source>
        <translation>
            <numerusform>%n more record for a day that has one: the first stands</numerusform>
            <numerusform>%n more records for a day that has one: the first stands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) without a day or value left out</source>
        <translation>
            <numerusform>%n record without a day or value left out</numerusform>
            <numerusform>%n records without a day or value left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) with an impossible day left out</source>
        <translation>
            <numerusform>%n record with an impossible day left out</numerusform>
            <numerusform>%n records with an impossible day left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of measures that are not in the file left out</source>
        <translation>
            <numerusform>%n record of measures that are not in the file left out</numerusform>
            <numerusform>%n records of measures that are not in the file left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s) that cannot be read left out</source>
        <translation>
            <numerusform>%n measure that cannot be read left out</numerusform>
            <numerusform>%n measures that cannot be read left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfitting value(s) kept in the note</source>
        <translation>
            <numerusform>%n unfitting value kept in the note</numerusform>
            <numerusform>%n unfitting values kept in the note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) rounded to three places, the exact one is in the note</source>
        <translation>
            <numerusform>%n value rounded to three places, the exact one is in the note</numerusform>
            <numerusform>%n values rounded to three places, the exact one is in the note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) cut because they are too long</source>
        <translation>
            <numerusform>%n text cut because they are too long</numerusform>
            <numerusform>%n texts cut because they are too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of days to come left out</source>
        <translation>
            <numerusform>%n entry of days to come left out</numerusform>
            <numerusform>%n entries of days to come left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(s) on days that already have a score: kept and shown, but the score stays as it is.</source>
        <translation>
            <numerusform>%n new entry on days that already have a score: kept and shown, but the score stays as it is.</numerusform>
            <numerusform>%n new entries on days that already have a score: kept and shown, but the score stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing in this file is new. Yours stay where they differ: %n entry(s).</source>
        <translation>
            <numerusform>Nothing in this file is new. Yours stay where they differ: %n entry.</numerusform>
            <numerusform>Nothing in this file is new. Yours stay where they differ: %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You kept {kept} of %n promise(s) in the last 90 days</source>
        <translation>
            <numerusform>You kept {kept} of %n promise in the last 90 days</numerusform>
            <numerusform>You kept {kept} of %n promises in the last 90 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Effort {effort} of 10 on average, from %n best effort(s)</source>
        <translation>
            <numerusform>Effort {effort} of 10 on average, from %n best effort</numerusform>
            <numerusform>Effort {effort} of 10 on average, from %n best efforts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n move(s) before the due day</source>
        <translation>
            <numerusform>%n move before the due day</numerusform>
            <numerusform>%n moves before the due day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due date(s) written to {file}.</source>
        <translation>
            <numerusform>%n due date written to {file}.</numerusform>
            <numerusform>%n due dates written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s)</source>
        <translation>
            <numerusform>%n commitment</numerusform>
            <numerusform>%n commitments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n best effort(s)</source>
        <translation>
            <numerusform>%n best effort</numerusform>
            <numerusform>%n best efforts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good intention(s)</source>
        <translation>
            <numerusform>%n good intention</numerusform>
            <numerusform>%n good intentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moves %n promise(s) from {merged} to {kept}</source>
        <translation>
            <numerusform>Moves %n promise from {merged} to {kept}</numerusform>
            <numerusform>Moves %n promises from {merged} to {kept}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n day(s)</source>
        <translation>
            <numerusform>Overdue by %n day</numerusform>
            <numerusform>Overdue by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n times</source>
        <translation>
            <numerusform>Moved %n times</numerusform>
            <numerusform>Moved %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue %n day(s)</source>
        <translation>
            <numerusform>overdue %n day</numerusform>
            <numerusform>overdue %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) still open</source>
        <translation>
            <numerusform>%n promise still open</numerusform>
            <numerusform>%n promises still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No check-in yet: %n question(s), one minute.</source>
        <translation>
            <numerusform>No check-in yet: %n question, one minute.</numerusform>
            <numerusform>No check-in yet: %n questions, one minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n way(s)</source>
        <translation>
            <numerusform>all %n way</numerusform>
            <numerusform>all %n ways</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from memory</source>
        <translation>
            <numerusform>%n from memory</numerusform>
            <numerusform>%n from memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change in %n measure(s).</source>
        <translation>
            <numerusform>No clear change in %n measure.</numerusform>
            <numerusform>No clear change in %n measures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not enough yet for %n measure(s): {days}.</source>
        <translation>
            <numerusform>Not enough yet for %n measure: {days}.</numerusform>
            <numerusform>Not enough yet for %n measures: {days}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Felt better than counted on {better} of %n day(s), worse on {worse}.</source>
        <translation>
            <numerusform>Felt better than counted on {better} of %n day, worse on {worse}.</numerusform>
            <numerusform>Felt better than counted on {better} of %n days, worse on {worse}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) with a felt grade and no score.</source>
        <translation>
            <numerusform>%n day with a felt grade and no score.</numerusform>
            <numerusform>%n days with a felt grade and no score.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) with a grade that their scale does not have.</source>
        <translation>
            <numerusform>%n day with a grade that their scale does not have.</numerusform>
            <numerusform>%n days with a grade that their scale does not have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) had other bounds, and stand by the points of theirs.</source>
        <translation>
            <numerusform>%n day had other bounds, and stand by the points of theirs.</numerusform>
            <numerusform>%n days had other bounds, and stand by the points of theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check-in(s)</source>
        <translation>
            <numerusform>%n check-in</numerusform>
            <numerusform>%n check-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more in the table.</source>
        <translation>
            <numerusform>… and %n more in the table.</numerusform>
            <numerusform>… and %n more in the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of very many, the last in each of %n equal stretches is drawn.</source>
        <translation>
            <numerusform>Of very many, the last in each of %n equal stretches is drawn.</numerusform>
            <numerusform>Of very many, the last in each of %n equal stretches is drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adjustment(s)</source>
        <translation>
            <numerusform>%n adjustment</numerusform>
            <numerusform>%n adjustments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried</source>
        <translation>
            <numerusform>%n tried</numerusform>
            <numerusform>%n tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n helped</source>
        <translation>
            <numerusform>%n helped</numerusform>
            <numerusform>%n helped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your card: %n measure(s)</source>
        <translation>
            <numerusform>Your card: %n measure</numerusform>
            <numerusform>Your card: %n measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) missing since {day}.</source>
        <translation>
            <numerusform>%n day missing since {day}.</numerusform>
            <numerusform>%n days missing since {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more in their history</source>
        <translation>
            <numerusform>… and %n more in their history</numerusform>
            <numerusform>… and %n more in their history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) not as Scorecard wrote them: something else changed the file.</source>
        <translation>
            <numerusform>%n day not as Scorecard wrote them: something else changed the file.</numerusform>
            <numerusform>%n days not as Scorecard wrote them: something else changed the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Good but for %n day(s)</source>
        <translation>
            <numerusform>Good but for %n day</numerusform>
            <numerusform>Good but for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is as it was made, but %n day(s) in the store had been changed by something else by then.</source>
        <translation>
            <numerusform>It is as it was made, but %n day in the store had been changed by something else by then.</numerusform>
            <numerusform>It is as it was made, but %n days in the store had been changed by something else by then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) would be as they were then.</source>
        <translation>
            <numerusform>%n value would be as they were then.</numerusform>
            <numerusform>%n values would be as they were then.</numerusform>
        </translation>
    </message>
</context>
</TS>