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
        <source>&amp;Import %n day(s) of writing</source>
        <translation>
            <numerusform>&amp;Import %n day of writing</numerusform>
            <numerusform>&amp;Import %n days of writing</numerusform>
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
        <source>%n measure(s) will only be counted: the file tells no target. Set one when you like.</source>
        <translation>
            <numerusform>%n measure will only be counted: the file tells no target. Set one when you like.</numerusform>
            <numerusform>%n measures will only be counted: the file tells no target. Set one when you like.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}”: the values of one day were added up on %n day(s); each is in the note.</source>
        <translation>
            <numerusform>“{name}”: the values of one day were added up on %n day; each is in the note.</numerusform>
            <numerusform>“{name}”: the values of one day were added up on %n days; each is in the note.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}”: the first value of the day was taken on %n day(s); each is in the note.</source>
        <translation>
            <numerusform>“{name}”: the first value of the day was taken on %n day; each is in the note.</numerusform>
            <numerusform>“{name}”: the first value of the day was taken on %n days; each is in the note.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}”: the mean of the day's values was taken on %n day(s); each is in the note.</source>
        <translation>
            <numerusform>“{name}”: the mean of the day's values was taken on %n day; each is in the note.</numerusform>
            <numerusform>“{name}”: the mean of the day's values was taken on %n days; each is in the note.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}”: the last value of the day was taken on %n day(s); each is in the note.</source>
        <translation>
            <numerusform>“{name}”: the last value of the day was taken on %n day; each is in the note.</numerusform>
            <numerusform>“{name}”: the last value of the day was taken on %n days; each is in the note.</numerusform>
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
        <source>what was written on %n day(s), {span}</source>
        <translation>
            <numerusform>what was written on %n day, {span}</numerusform>
            <numerusform>what was written on %n days, {span}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{receipt}, and what was written on %n day(s)</source>
        <translation>
            <numerusform>{receipt}, and what was written on %n day</numerusform>
            <numerusform>{receipt}, and what was written on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new day(s)</source>
        <translation>
            <numerusform>%n new day</numerusform>
            <numerusform>%n new days</numerusform>
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
        <source>The archive holds too much: at most %n file(s) can be read.</source>
        <translation>
            <numerusform>The archive holds too much: at most %n file can be read.</numerusform>
            <numerusform>The archive holds too much: at most %n files can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive is too large: at most %n MB can be read once it is unpacked.</source>
        <translation>
            <numerusform>The archive is too large: at most %n MB can be read once it is unpacked.</numerusform>
            <numerusform>The archive is too large: at most %n MB can be read once it is unpacked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds too much: at most %n part(s) can be read.</source>
        <translation>
            <numerusform>The file holds too much: at most %n part can be read.</numerusform>
            <numerusform>The file holds too much: at most %n parts can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds too much: at most %n contact(s) can be read.</source>
        <translation>
            <numerusform>The file holds too much: at most %n contact can be read.</numerusform>
            <numerusform>The file holds too much: at most %n contacts can be read.</numerusform>
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
        <source>%n earlier record(s) for a day that has a later one: the last stands</source>
        <translation>
            <numerusform>%n earlier record for a day that has a later one: the last stands</numerusform>
            <numerusform>%n earlier records for a day that has a later one: the last stands</numerusform>
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
        <source>%n value(s) read in another way, what the file says is in the note</source>
        <translation>
            <numerusform>%n value read in another way, what the file says is in the note</numerusform>
            <numerusform>%n values read in another way, what the file says is in the note</numerusform>
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
        <source>%n picture(s) or recording(s) left out</source>
        <translation>
            <numerusform>%n picture or recording left out</numerusform>
            <numerusform>%n pictures or recordings left out</numerusform>
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
        <source>%n day(s) would have another score.</source>
        <translation>
            <numerusform>%n day would have another score.</numerusform>
            <numerusform>%n days would have another score.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) would have another score.</source>
        <translation>
            <numerusform>%n week would have another score.</numerusform>
            <numerusform>%n weeks would have another score.</numerusform>
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
        <source>%n day(s) would be blank</source>
        <translation>
            <numerusform>%n day would be blank</numerusform>
            <numerusform>%n days would be blank</numerusform>
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
            <numerusform>%n people</numerusform>
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
    <message numerus="yes">
        <source>What you can undo goes back too: %n step(s) came after it. The store that is set aside keeps them.</source>
        <translation>
            <numerusform>What you can undo goes back too: %n step came after it. The store that is set aside keeps it.</numerusform>
            <numerusform>What you can undo goes back too: %n steps came after it. The store that is set aside keeps them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of what can be undone would come back with it.</source>
        <translation>
            <numerusform>%n step of what can be undone would come back with it.</numerusform>
            <numerusform>%n steps of what can be undone would come back with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Since then something was entered on %n day(s).</source>
        <translation>
            <numerusform>Since then something was entered on %n day.</numerusform>
            <numerusform>Since then something was entered on %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n goal(s) of the quarter before</source>
        <translation>
            <numerusform>Copy %n goal of the quarter before</numerusform>
            <numerusform>Copy %n goals of the quarter before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s) copied into {period}.</source>
        <translation>
            <numerusform>%n goal copied into {period}.</numerusform>
            <numerusform>%n goals copied into {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>group of %n measure(s)</source>
        <translation>
            <numerusform>group of %n measure</numerusform>
            <numerusform>group of %n measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s)</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n shown in the &amp;list</source>
        <translation>
            <numerusform>The %n shown in the &amp;list</numerusform>
            <numerusform>The %n shown in the &amp;list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Everybody: %n, with the archived</source>
        <translation>
            <numerusform>&amp;Everybody: %n, with the archived</numerusform>
            <numerusform>&amp;Everybody: %n, with the archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) written to {file}.</source>
        <translation>
            <numerusform>%n contact written to {file}.</numerusform>
            <numerusform>%n contacts written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) in the list</source>
        <translation>
            <numerusform>%n person in the list</numerusform>
            <numerusform>%n people in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue by their rhythm</source>
        <translation>
            <numerusform>%n overdue by their rhythm</numerusform>
            <numerusform>%n overdue by their rhythm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archived</source>
        <translation>
            <numerusform>%n archived</numerusform>
            <numerusform>%n archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) since the last contact</source>
        <translation>
            <numerusform>%n day since the last contact</numerusform>
            <numerusform>%n days since the last contact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>wanted every %n day(s)</source>
        <translation>
            <numerusform>wanted every %n day</numerusform>
            <numerusform>wanted every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Every %n day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last in touch %n day(s) ago</source>
        <translation>
            <numerusform>Last in touch %n day ago</numerusform>
            <numerusform>Last in touch %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n week(s)</source>
        <translation>
            <numerusform>In %n week</numerusform>
            <numerusform>In %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the file more than once, but coming in once: %n contact(s).</source>
        <translation>
            <numerusform>In the file more than once, but coming in once: %n contact.</numerusform>
            <numerusform>In the file more than once, but coming in once: %n contacts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) with a text too long to keep whole: it is cut.</source>
        <translation>
            <numerusform>%n contact with a text too long to keep whole: it is cut.</numerusform>
            <numerusform>%n contacts with a text too long to keep whole: it is cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) without a name, organisation or mail address left out</source>
        <translation>
            <numerusform>%n contact without a name, organisation or mail address left out</numerusform>
            <numerusform>%n contacts without a name, organisation or mail address left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n contact(s)</source>
        <translation>
            <numerusform>&amp;Import %n contact</numerusform>
            <numerusform>&amp;Import %n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Fill in %n contact(s)</source>
        <translation>
            <numerusform>&amp;Fill in %n contact</numerusform>
            <numerusform>&amp;Fill in %n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) came in</source>
        <translation>
            <numerusform>%n contact came in</numerusform>
            <numerusform>%n contacts came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled in</source>
        <translation>
            <numerusform>%n filled in</numerusform>
            <numerusform>%n filled in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) made to them</source>
        <translation>
            <numerusform>%n promise made to them</numerusform>
            <numerusform>%n promises made to them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) of theirs to you</source>
        <translation>
            <numerusform>%n promise of theirs to you</numerusform>
            <numerusform>%n promises of theirs to you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) you were in touch</source>
        <translation>
            <numerusform>%n time you were in touch</numerusform>
            <numerusform>%n times you were in touch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check-in(s) about them</source>
        <translation>
            <numerusform>%n check-in about them</numerusform>
            <numerusform>%n check-ins about them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of your relationship</source>
        <translation>
            <numerusform>%n step of your relationship</numerusform>
            <numerusform>%n steps of your relationship</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of what they answer for and care about</source>
        <translation>
            <numerusform>%n line of what they answer for and care about</numerusform>
            <numerusform>%n lines of what they answer for and care about</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) you asked how you can help</source>
        <translation>
            <numerusform>%n time you asked how you can help</numerusform>
            <numerusform>%n times you asked how you can help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n intent(s)</source>
        <translation>
            <numerusform>%n intent</numerusform>
            <numerusform>%n intents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the plan to improve trust</source>
        <translation>
            <numerusform>%n line of the plan to improve trust</numerusform>
            <numerusform>%n lines of the plan to improve trust</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s) on a measure; the measure stays</source>
        <translation>
            <numerusform>%n agreement on a measure; the measure stays</numerusform>
            <numerusform>%n agreements on a measure; the measure stays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) of a measure to them; the measure stays</source>
        <translation>
            <numerusform>%n link of a measure to them; the measure stays</numerusform>
            <numerusform>%n links of a measure to them; the measure stays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded change(s) of them: their history goes, and none of it can be undone</source>
        <translation>
            <numerusform>%n recorded change of them: their history goes, and none of it can be undone</numerusform>
            <numerusform>%n recorded changes of them: their history goes, and none of it can be undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) of your own that name them with @, as you wrote them</source>
        <translation>
            <numerusform>%n text of your own that name them with @, as you wrote them</numerusform>
            <numerusform>%n texts of your own that name them with @, as you wrote them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of the team, in no team then</source>
        <translation>
            <numerusform>%n member of the team, in no team then</numerusform>
            <numerusform>%n members of the team, in no team then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are still in %n backup(s), the one made right before included.</source>
        <translation>
            <numerusform>They are still in %n backup, the one made right before included.</numerusform>
            <numerusform>They are still in %n backups, the one made right before included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be looked into.</source>
        <translation>
            <numerusform>%n backup could not be looked into.</numerusform>
            <numerusform>%n backups could not be looked into.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) met</source>
        <translation>
            <numerusform>%n day met</numerusform>
            <numerusform>%n days met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) left</source>
        <translation>
            <numerusform>%n week left</numerusform>
            <numerusform>%n weeks left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) left out: {reason}.</source>
        <translation>
            <numerusform>%n value left out: {reason}.</numerusform>
            <numerusform>%n values left out: {reason}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved yet: kept here, and saved by themselves as soon as that is possible.</source>
        <translation>
            <numerusform>%n change is not saved yet: kept here, and saved by itself as soon as that is possible.</numerusform>
            <numerusform>%n changes are not saved yet: kept here, and saved by themselves as soon as that is possible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreed measure(s)</source>
        <translation>
            <numerusform>%n agreed measure</numerusform>
            <numerusform>%n agreed measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s) done for them</source>
        <translation>
            <numerusform>%n measure done for them</numerusform>
            <numerusform>%n measures done for them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) of the team</source>
        <translation>
            <numerusform>%n member of the team</numerusform>
            <numerusform>%n members of the team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}.</source>
        <translation>
            <numerusform>%n row written to {file}.</numerusform>
            <numerusform>%n rows written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) written to {file}.</source>
        <translation>
            <numerusform>%n day written to {file}.</numerusform>
            <numerusform>%n days written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show more: %n of them are not listed</source>
        <translation>
            <numerusform>&amp;Show more: %n of them are not listed</numerusform>
            <numerusform>&amp;Show more: %n of them are not listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) were looked through.</source>
        <translation>
            <numerusform>%n backup was looked through.</numerusform>
            <numerusform>%n backups were looked through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are damaged. All backups… shows which.</source>
        <translation>
            <numerusform>%n of them is damaged. All backups… shows which.</numerusform>
            <numerusform>%n of them are damaged. All backups… shows which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are good but for some days.</source>
        <translation>
            <numerusform>%n is good but for some days.</numerusform>
            <numerusform>%n are good but for some days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing of it comes along: %n entry(s) stay in the file.</source>
        <translation>
            <numerusform>Nothing of it comes along: %n entry stays in the file.</numerusform>
            <numerusform>Nothing of it comes along: %n entries stay in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) the note keeps the value of the file besides.</source>
        <translation>
            <numerusform>On %n day the note keeps the value of the file besides.</numerusform>
            <numerusform>On %n days the note keeps the value of the file besides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) the value of the file stands in the note alone.</source>
        <translation>
            <numerusform>On %n day the value of the file stands in the note alone.</numerusform>
            <numerusform>On %n days the value of the file stands in the note alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filled in of people who are here: %n.</source>
        <translation>
            <numerusform>Filled in of people who are here: %n.</numerusform>
            <numerusform>Filled in of people who are here: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The card is full: %n measure(s) will wait on the bench.</source>
        <translation>
            <numerusform>The card is full: %n measure will wait on the bench.</numerusform>
            <numerusform>The card is full: %n measures will wait on the bench.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) can't be said under your terms as they were: as they were they stand in the note.</source>
        <translation>
            <numerusform>%n value can't be said under your terms as it was: as it was it stands in the note.</numerusform>
            <numerusform>%n values can't be said under your terms as they were: as they were they stand in the note.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n backup(s)</source>
        <translation>
            <numerusform>There is %n backup</numerusform>
            <numerusform>There are %n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in the second folder only.</source>
        <translation>
            <numerusform>%n of them in the second folder only.</numerusform>
            <numerusform>%n of them in the second folder only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more can't be used: not as written any more.</source>
        <translation>
            <numerusform>%n more can't be used: not as written any more.</numerusform>
            <numerusform>%n more can't be used: not as written any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other store(s)</source>
        <translation>
            <numerusform>%n other store</numerusform>
            <numerusform>%n other stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export(s)</source>
        <translation>
            <numerusform>%n export</numerusform>
            <numerusform>%n exports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the damaged file and not in what you begin from.</source>
        <translation>
            <numerusform>%n thing in the damaged file and not in what you begin from.</numerusform>
            <numerusform>%n things in the damaged file and not in what you begin from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) the same in both.</source>
        <translation>
            <numerusform>%n row the same in both.</numerusform>
            <numerusform>%n rows the same in both.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) can't be read.</source>
        <translation>
            <numerusform>%n page can't be read.</numerusform>
            <numerusform>%n pages can't be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: what they belong to is gone.</source>
        <translation>
            <numerusform>%n row left out: what it belongs to is gone.</numerusform>
            <numerusform>%n rows left out: what they belong to is gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A new store stands in its place, with %n thing(s) from the damaged file.</source>
        <translation>
            <numerusform>A new store stands in its place, with %n thing from the damaged file.</numerusform>
            <numerusform>A new store stands in its place, with %n things from the damaged file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The store is as you chose it, with %n thing(s) from the damaged file.</source>
        <translation>
            <numerusform>The store is as you chose it, with %n thing from the damaged file.</numerusform>
            <numerusform>The store is as you chose it, with %n things from the damaged file.</numerusform>
        </translation>
    </message>
</context>
</TS>