<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>palpate</name>
    <message numerus="yes">
        <source>%n readings lost</source>
        <extracomment>gui/review_window.py</extracomment>
        <translation>
            <numerusform>%n reading lost</numerusform>
            <numerusform>%n readings lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n questions are answered.</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>%n question is answered.</numerusform>
            <numerusform>All %n questions are answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n questions</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>All %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick: the %n hard ones</source>
        <extracomment>gui/visit/questions.py</extracomment>
        <translation>
            <numerusform>Quick: the %n hard one</numerusform>
            <numerusform>Quick: the %n hard ones</numerusform>
        </translation>
    </message>
</context>
</TS>
