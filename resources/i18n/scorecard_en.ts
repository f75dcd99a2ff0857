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
        <source>%n day(s) scored</source>
        <translation>
            <numerusform>%n day scored</numerusform>
            <numerusform>%n days scored</numerusform>
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
</context>
</TS>