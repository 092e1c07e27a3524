package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ToldOptionTest extends RuleTest {
    ToldOptionTest() {
        super(new ToldOption());
    }

    @Test
    void theNamedOptionIsAdded() {
        safely(
                "ag 'a(' src",
                2,
                "ERR: Bad regex! pcre_compile() failed at position 2: missing )\nIf you meant to search for a literal string, run ag with -Q\n",
                "ag -Q 'a(' src");
        safely(
                "g++ main.cc 2>log",
                1,
                "error: #error This file requires compiler and library support for the ISO C++ 2011 standard.\n",
                "g++ main.cc -std=c++11 2>log");
        safely("gcc a.c", 1, "note: use option '-std=c99', '-std=gnu99'\n", "gcc a.c -std=c99");
    }

    @Test
    void whatChangesMoreIsShown() {
        riskily(
                "./manage.py migrate shop",
                1,
                " ! either delete them,\n or pass --delete-ghost-migrations to have South do it.\n",
                "./manage.py migrate shop --delete-ghost-migrations");
        riskily(
                "python manage.py migrate",
                1,
                "    --merge: will just attempt the migration ignoring any potential dependency conflicts.\n",
                "python manage.py migrate --merge");
        riskily(
                "npm install",
                1,
                "npm ERR! Fix the upstream dependency conflict, or retry\nnpm ERR! this command with --force or --legacy-peer-deps\n",
                "npm install --legacy-peer-deps");
    }

    @Test
    void onlyForThatCommand() {
        notAtAll("./manage.py test", 1, "or pass --delete-ghost-migrations\n");
        notAtAll("ag -Q x", 1, "run ag with -Q\n");
        notAtAll("g++ main.cc", 1, "main.cc:1: error\n");
    }
}
