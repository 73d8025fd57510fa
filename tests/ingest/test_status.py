"""Whether a meeting was held, planned, put off, called off, refused or only wished for, sentence by sentence.

All sentences are invented. A case is the trigger, the first word of that spelling, and its sentence.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from ingest.parse import load_model
from ingest.status import standing_of, tense_of

# What is told as done, or taken for granted, was held.
HELD = (
    ("meeting", "A meeting between Solen and Lamar on Tuesday agreed to cancel the debt."),
    ("meeting", "Solen threatened to cancel the contract at a meeting with Lamar on Tuesday."),
    ("meeting", "Solen told reporters after a scheduled meeting with Lamar that the deal was off."),
    (
        "meeting",
        "A meeting of Orlov of Russia and Klym of Ukraine intended to shore up the truce ended on Monday.",
    ),
    ("talks", "Solen arrived in Norvik on Monday and went straight into talks with Lamar."),
    ("summit", "Solen and Lamar are attending the two-day summit, which opened on Monday."),
    ("meet", "Solen found time to meet Lamar."),
    ("meet", "Solen took advantage of his stay to meet Lamar."),
    ("meet", "Solen was in Norvik last week to meet Lamar."),
    ("meeting", "The meeting between Solen and Lamar had been due to last an hour."),
    ("meeting", "A scheduled half-hour meeting between Solen and Lamar stretched to two hours."),
    ("meeting", "The long-awaited meeting between Solen and Lamar brought no result."),
    ("meet", "Solen delayed his return to meet Lamar."),
    ("talks", "Solen postponed his departure to hold talks with Lamar."),
    ("meeting", "Solen arrived late for a meeting with Lamar because his flight was delayed."),
    ("talks", "Asked whether he had raised visas in his talks with Lamar, Solen nodded."),
    ("talks", "Solen and Lamar agreed in talks on Monday that the ministers would meet every year."),
    ("meeting", "The meeting between Solen and Lamar had been planned for months by their aides."),
    ("meeting", "Tuesday's meeting between Solen and Lamar had been arranged by Norway."),
    ("meeting", "The meeting between Solen and Lamar, postponed from May, was the first in two years."),
    ("meeting", "The meeting of Solen and Lamar, which had been delayed, focused on trade."),
    ("meeting", "The meeting between Solen and Lamar was delayed by an hour."),
    ("Talks", "Talks aimed at ending the war between Solen and Lamar opened on Monday."),
    ("summit", "A summit expected to last two days opened in Norvik on Monday."),
    ("talks", "The talks between Solen and Lamar are expected to end on Tuesday."),
    ("meeting", "A stormy meeting between Solen and Lamar was called off after three hours."),
    ("talks", "The talks between Solen and Lamar, postponed from April, took place on Monday."),
    ("summit", "Six heads of state have arrived in Norvik for the summit that opened on Monday."),
    ("meeting", "Nothing came of a meeting between Solen and Lamar on Monday."),
    ("meet", "Solen was to meet Lamar on Monday but the meeting took place only on Tuesday."),
    ("Talks", "Talks between Solen and Lamar were suspended after five hours on Tuesday night."),
    ("talks", "In the talks, originally planned for last week, Solen and Lamar discussed visas."),
    ("meeting", "Solen and Lamar agreed on a pipeline at a planned meeting on Monday."),
    ("meeting", "The meeting with Lamar had been expected to last an hour but went on for three."),
    ("meeting", "Lamar wants to build on his meeting with Solen."),
    ("meeting", "Solen may have promised too much at his meeting with Lamar."),
    ("meeting", "The long-planned meeting between Solen and Lamar took place on Tuesday."),
    ("meeting", "Solen held a scheduled meeting with Lamar on Tuesday."),
    ("meeting", "Solen went ahead with a planned meeting with Lamar on Tuesday."),
    ("meeting", "The meeting of Solen and Lamar, originally scheduled for Monday, was held on Tuesday."),
    ("meet", "Solen had been scheduled to meet Lamar on Tuesday, and did so despite the fighting."),
    ("meeting", "Solen denied that his meeting with Lamar had been a failure."),
    ("meeting", "Solen had to wait an hour before meeting Lamar."),
    ("talked", "Solen and Lamar swam before they talked."),
    ("talk", "On the way he'd stopped in Norvik to talk to Lamar."),
    ("meets", "Lamar arrived in Norvik, where he meets Solen."),
    ("talks", "Solen and Lamar are holding talks on who will be the next chief of the bank."),
    ("met", "President Anna Solen met Prime Minister Teo Lamar in Tarsia on Tuesday."),
    (
        "met",
        "Solen pressed Prime Minister Teo Lamar to open the border when the two met in Tarsia on Monday.",
    ),
    ("see", "Solen has been to see Lamar this week."),
    ("met", "Solen has met Lamar several times since March."),
    ("met", "Solen also met with the Deputy Prime Minister, Ilse Dorn, and discussed trade."),
    ("received", "Lamar was received by King Aldric at the palace on Monday."),
    ("received", "King Aldric received Foreign Minister Ilse Dorn at the royal palace."),
    ("talks", "Solen held talks with Lamar on border security."),
    ("talks", "The two leaders wrapped up two days of talks on Friday."),
    ("meeting", "The ministers had a long meeting in Geneva."),
    ("meeting", "Solen praised the pact during a meeting with Marenian Premier Teo Lamar."),
    ("meeting", "Speaking after a meeting with Solen, Lamar said the border would be opened."),
    ("meeting", "Lamar told reporters after meeting Solen that he would visit Keldovia next year."),
    ("meeting", "After meeting Solen, Lamar will travel to Norvik."),
    ("talks", "Following talks with Solen, Lamar announced that elections would be held in May."),
    ("talks", "Lamar, with whom Solen had talks on Monday, agreed to open the border."),
    ("met", "Lamar, whom Solen met in May, has refused to resign."),
    ("meets", "Solen meets Lamar in Geneva"),
    ("holds", "Solen holds talks with Lamar in Tarsia"),
    ("summit", "The summit between Solen and Lamar ended without an agreement."),
    ("summit", "At their summit in Norvik, Solen and Lamar agreed to exchange envoys."),
    ("meeting", "The meeting between Solen and Lamar took place in Norvik on Sunday."),
    ("meeting", "A meeting with Lamar was held at the presidential palace."),
    ("meeting", "In their meeting, the two ministers reviewed bilateral ties."),
    ("met", "Dorn said she had met Lamar in Norvik last week."),
    ("met", "Lamar and Solen last met in May."),
    ("met", "It was confirmed that Solen had met Lamar twice."),
    ("met", "The minister, who met Solen on Monday, expects a deal by June."),
    ("met", "The two will discuss trade when Dorn arrives, Lamar said after he met Solen."),
    ("meeting", "His meeting with Solen was the first in ten years."),
    ("meeting", "Lamar described his meeting with Solen as constructive."),
    ("talks", "Solen and Lamar are holding talks in Norvik."),
    ("meeting", '"We will open the border," Lamar said at a meeting with Solen.'),
    ("talks", "Lamar expressed hope during talks with Solen that the accord would be signed."),
    ("called", "Ambassador Pavo Kesk called on Foreign Minister Ilse Dorn at her office."),
    ("call", "Ambassador Pavo Kesk paid a courtesy call on President Solen."),
    ("hosted", "Solen hosted Lamar at her country residence for two days."),
    ("meeting", "Lamar thanked Solen for the warm welcome during their meeting in Tarsia."),
    ("meeting", "The announcement came after a three-hour meeting between Solen and Lamar."),
    ("met", "Before leaving for Norvik, Lamar met Solen at the airport."),
    ("meeting", "Lamar visited the port before meeting Solen on Tuesday."),
    ("met", "Lamar met with Solen before the vote, which the parliament postponed."),
    ("met", "Lamar met Solen and invited her to visit Keldovia."),
    ("met", "Lamar met Solen, who will visit Keldovia in June."),
    ("talks", "The minister said the talks with Dorn were frank and useful."),
    ("met", "EAM met his counterpart Ilse Dorn on the sidelines of the UN General Assembly."),
    ("dinner", "Solen and Lamar had dinner at a restaurant in Norvik."),
    ("meeting", "During the meeting, the Keldovian premier invited Solen to pay an official visit."),
    ("met", "Solen met Lamar for the first time since he was elected."),
    ("met", "Kesk met Dorn to discuss preparations for the summit."),
    ("met", "Lamar failed to convince Solen when they met in May."),
    ("talks", "Solen arrived from Norvik, where she held talks with Lamar."),
    ("meeting", "Solen used her meeting with Lamar to press for a ceasefire."),
    ("met", "No agreement was reached when Solen met Lamar."),
    ("met", "Solen met Lamar, not Dorn, in Norvik on Sunday."),
    ("meeting", "Solen left the meeting with Lamar without speaking to the press."),
    ("met", "Solen and Lamar met not only in Norvik but also in Tarsia."),
    ("talks", "Solen did not comment on her talks with Lamar."),
    ("meeting", "Lamar refused to say what was discussed at the meeting with Solen."),
    ("meeting", "Lamar could not say whether his meeting with Solen had changed anything."),
    ("talks", "The resumption of flights was agreed in talks between Solen and Lamar last month."),
    ("met", "Solen met Lamar and handed over a letter from President Dorn."),
    ("meeting", "In the meeting, Solen and Lamar recalled their phone call in May."),
    ("met", "Solen met Lamar a day after a phone call with Dorn."),
    ("conversation", "Her spokesman refused to divulge the substance of their conversation."),
    ("met", "Solen and Dorn, who have not met since October 2014, exchanged letters in May."),
    ("meet", "Solen managed to meet Lamar in the corridor."),
    ("meet", "Solen was able to meet Lamar in Norvik."),
    ("meet", "Solen was the first leader to meet Lamar after the coup."),
    ("meeting", "Solen had the honour of meeting Lamar in Norvik."),
    ("meet", "Solen took the opportunity to meet Lamar."),
    ("meeting", "The two sides signed the accord at the end of a meeting between Solen and Lamar."),
    ("talks", "Solen and Lamar held a second round of talks on Tuesday."),
    ("meeting", "Solen refused to sign the pact at a meeting with Lamar on Friday."),
    ("meeting", "The meeting between Solen and Lamar did not produce results."),
    ("meeting", "The meeting with Lamar lasted three hours."),
    ("meeting", "The meeting between Solen and Lamar was attended by the army chief."),
    ("talks", "The talks between Solen and Lamar focused on trade."),
    ("met", '"I met Lamar last week and we talked for hours," Solen said.'),
    ("met", "Meanwhile, the Keldovian foreign minister, Pavo Kesk, who arrived on Sunday, also met Dorn."),
    ("talks", "Solen, who is on a three-day visit to Marenia, held talks with Lamar."),
    ("meeting", "Kesk said at a meeting with Dorn that Keldovia would send aid."),
    ("receiving", "The remarks were made while receiving Ambassador Pavo Kesk at the palace."),
    ("met", "PM meets Lamar; Solen met Dorn in Tarsia"),
    ("discussed", "External Affairs Minister Ravi Sen and his counterpart discussed trade in Norvik."),
    ("meeting", "In a meeting on Thursday, Sen thanked Dorn for her support."),
    (
        "meeting",
        "He expressed these views in a meeting with the visiting Foreign Minister Ilse Dorn here today.",
    ),
    ("called", "Foreign Minister Ilse Dorn called on Prime Minister Ravi Sen in Norvik today."),
    ("met", "During the visit, he also met with the speaker, who promised to ratify the pact."),
    ("meeting", "The Kremlin described the meeting between Solen and Lamar as useful."),
    ("Talks", "Talks with Lamar were followed by a dinner."),
    ("hosted", "Lamar was hosted by Solen for dinner."),
    ("meeting", "Solen cut short her meeting with Lamar."),
    ("meet", "Solen went on to meet Dorn in the afternoon."),
    ("meet", "Crowds cheered when Solen came out to meet Lamar."),
    ("met", "The two leaders have not met since May."),
    ("visited", "Solen visited Lamar at his residence."),
    ("meeting", '"We agreed to cooperate," Dorn told reporters at the end of her meeting with Lamar.'),
    ("talks", "Dorn, speaking before leaving Norvik after talks with Lamar, said the deal was close."),
    ("meeting", "Lamar's meeting with Solen comes as the war enters its third year."),
    ("summit", "The summit was attended by Solen, Lamar and Dorn."),
    ("met", "On the sidelines, Sen met Dorn and Kesk separately."),
    ("meeting", "The meeting was held in a cordial atmosphere."),
    ("discussions", "The two ministers had wide-ranging discussions on defence."),
    ("met", "Ghana's Foreign Minister Ama Orme on Friday met with her Keldovian counterpart."),
    ("met", "Having met Solen, Lamar flew home."),
    ("meeting", "Solen's refusal to sign came during a meeting with Lamar."),
    ("met", "Asked about the row, Dorn, who met Lamar on Monday, declined to comment."),
    ("talks", "Solen returned from talks with Lamar on Friday."),
    ("meeting", "Solen emerged from the meeting with Lamar smiling."),
    (
        "meeting",
        "Minister Musa Adeyo held a bilateral meeting with his counterpart at the summit.",
    ),
    (
        "met",
        "Earlier in the day, Adeyo called on the Vice President and met the Speaker of the House.",
    ),
    (
        "received",
        "His Highness the Amir received at his palace on Tuesday the Minister of Keldovia.",
    ),
    ("discussed", "During the meeting, the two sides discussed ways of enhancing bilateral relations."),
    (
        "spoke",
        "Prime Minister Sen on Friday spoke to President Solen over telephone and conveyed his condolences.",
    ),
    ("conversation", "Xi Lan had a telephone conversation with Lamar at the request of the latter."),
    (
        "summit",
        "Sen and Lamar held a virtual summit on Thursday during which seven agreements were announced.",
    ),
    ("held", "The prime minister held a one-on-one with President Lamar before delegation-level talks."),
    (
        "meet",
        "It was their third meeting this year, after they had flown to Norvik to meet Dorn in May last year.",
    ),
    ("met", "The two sides, which last met in 2019, signed three memoranda."),
    ("meeting", "Speaking at a joint press conference following their meeting, Lamar thanked Solen."),
    ("meeting", "The meeting, which lasted two hours, was described by Lamar as fruitful."),
    ("met", "According to a statement, Solen met privately with Lamar for about an hour."),
    ("visited", "The president visited Lamar at the hospital on Sunday."),
    ("talks", "After the talks, the two leaders addressed the media."),
    ("meeting", "The agreement was reached at a meeting between Solen and Lamar in Norvik on Friday."),
    ("host", "Norvik played host to Solen and Lamar on Monday."),
    ("meetings", "She also held separate meetings with Lamar and Dorn."),
    ("interacted", "Sen also interacted with Dorn at the reception."),
    ("received", "On arrival, Lamar was received at the airport by Foreign Minister Dorn."),
    ("talks", "Solen opened talks with Lamar on Monday in a bid to end the dispute."),
    ("meeting", "Solen will brief the cabinet on her meeting with Lamar."),
    ("meeting", "A day after his meeting with Solen, Lamar said he would not resign."),
    ("meeting", "The crisis dominated Lamar's meeting with Solen in Norvik."),
    ("meet", "Lamar became the first Marenian leader to meet Solen."),
)
# What is said to lie ahead is planned, journeys to it included.
PLANNED = (
    ("meet", "Solen and Lamar meet again in two weeks."),
    ("summit", "The summit of Solen and Lamar opens today in Norvik."),
    ("see", "Solen still means to see Lamar in Norvik."),
    ("meeting", "The meeting between Solen and Lamar, the third since April, is to focus on trade."),
    ("talks", "Trade is likely to dominate talks between Solen and Lamar."),
    ("meeting", "Solen agreed to sign the accord at a meeting with Lamar."),
    ("chaired", "The commission is to be co-chaired by Solen and Lamar."),
    ("talks", "The programme provides for talks with Lamar in Norvik."),
    ("receives", "Monday – Solen receives Lamar in Norvik."),
    ("meeting", "Solen confirmed his attendance at a meeting with Lamar on Friday."),
    ("talks", "Solen said on arrival for talks with Lamar that he was hopeful."),
    ("talks", "President Ivan Solen, in Oslo for talks with Anna Lamar, said he was hopeful."),
    ("talks", "Trade was expected to dominate talks between Solen and Lamar."),
    ("see", "Solen said he was going to see Lamar in Norvik."),
    ("meeting", "Solen faces a difficult meeting with Lamar on Friday."),
    ("talks", "Solen gears up for talks with Lamar."),
    ("talks", "A new round of talks between Solen and Lamar was fixed for June."),
    ("talks", "Solen was en route to Norvik on Monday for talks with Lamar."),
    ("talks", "Solen will seek help in talks with Lamar."),
    ("discuss", "President Milo Lamar is due in Norvik on Tuesday to discuss the border with Anna Solen."),
    ("talks", "Lamar is due in Norvik on Tuesday for talks with President Anna Solen."),
    ("talks", "Lamar is in Oslo for talks with Solen."),
    ("Talks", "Talks between President Ivan Solen and Prime Minister Anna Lamar resume Friday in Geneva."),
    ("talks", "Solen is expected to continue talks with Lamar on Friday."),
    ("talks", "Solen arrived in Keldovia on a visit that includes talks with Lamar."),
    ("talks", "Solen hopes for a breakthrough in talks with Lamar on Friday."),
    ("talks", "Solen was confident of success in his talks with Lamar, which open on Friday."),
    ("meeting", "Critics had urged Solen to cancel Monday's meeting with Lamar."),
    ("meeting", "Solen refused to postpone his meeting with Lamar."),
    ("meeting", "Solen may cancel his meeting with Lamar."),
    ("meeting", "Solen denied reports that he had cancelled his meeting with Lamar."),
    ("meeting", "No date has been set for the meeting between Solen and Lamar."),
    ("meet", "Solen is to meet Lamar on Monday after the summit was held in Norvik."),
    ("meeting", "Premier Solen said: tomorrow I am meeting President Lamar."),
    ("meeting", "A meeting between Solen and Lamar on Friday could bring a solution."),
    ("talks", "Ahead of Friday's talks between Premier Solen and President Lamar, police closed roads."),
    ("summit", "The summit that Solen is to hold with Lamar on Saturday will last two days."),
    ("talks", "Gas will dominate talks between Solen and Lamar."),
    ("meeting", "A meeting of Solen with Lamar is in the works for April, aides said."),
    ("meet", "Solen and Lamar, who met on Tuesday, meet again next Monday."),
    ("talks", "Premier Teo Lamar begins a visit to Tarsia Thursday with talks with Solen."),
    ("meet", "Solen flew to Norvik in order to meet Lamar."),
    ("meet", "Solen was to meet Lamar on Friday, but cancelled his dinner with Dorn."),
    ("summit", "A summit of the two leaders, due to open on Monday, has been overshadowed by the raid."),
    ("meeting", "The date of the meeting between Solen and Lamar has been fixed."),
    ("received", "Solen will hold talks with Dorn and be received by Lamar."),
    ("meets", "On Friday President Solen meets Lamar for the first time since the war."),
    ("conversation", "A conversation between Solen and Lamar is now to take place in Norvik."),
    ("appointment", "Solen and Lamar have made an appointment for Monday."),
    ("meets", "On Tuesday, Lamar meets Solen."),
    ("meets", "Lamar meets Solen in Norvik this afternoon."),
    ("talks", "Lamar is on his way to Norvik for talks with Solen."),
    ("meeting", "In his meeting with Lamar, Solen was expected to discuss trade."),
    ("meets", "Lamar will fly to Norvik, where he meets Solen."),
    ("meets", "Lamar leaves for Norvik on Friday, where he meets Solen."),
    ("meets", "Tuesday: Lamar meets Solen in Norvik."),
    ("talks", "Lamar to visit Norvik for talks with Solen"),
    ("summit", "Dorn said she would not ask Lamar to withdraw at their summit on Friday."),
    ("meet", "Solen will meet Lamar in Norvik on Friday."),
    ("meet", "Solen is set to meet Lamar in Norvik."),
    ("meet", "The Keldovian President is also set to meet Marenian President Teo Lamar."),
    ("meet", "Solen is to meet Lamar next week."),
    ("meet", "Solen was to meet Lamar later on Tuesday."),
    ("meet", "Solen was due to meet Lamar later in the day."),
    ("meet", "Solen was scheduled to meet with Lamar in the afternoon."),
    ("meet", "Solen is expected to meet Lamar during the visit."),
    ("meet", "Solen plans to meet Lamar on the sidelines of the summit."),
    ("meet", "Dorn said Solen would meet Lamar on Thursday."),
    ("meet", "Lamar to meet Solen in Norvik"),
    ("talks", "Lamar to hold talks with Solen in Norvik"),
    ("meeting", "A meeting between Solen and Lamar is planned for next month."),
    ("meeting", "A meeting between Solen and Lamar is scheduled for Friday."),
    ("summit", "The summit between Solen and Lamar will take place in Norvik in June."),
    ("talks", "Solen arrived in Norvik on Tuesday for talks with Lamar."),
    ("talks", "Solen flew to Norvik for talks with Lamar on the war."),
    ("talks", "Solen will travel to Norvik on Monday for talks with Lamar."),
    ("meet", "Solen will fly to Norvik to meet Lamar."),
    ("meeting", "Ahead of his meeting with Solen, Lamar said the border would stay closed."),
    ("meeting", "Lamar spoke to reporters before a meeting with Solen on Wednesday."),
    ("meet", "Solen agreed to meet Lamar in May."),
    ("meet", "The two leaders have agreed to meet again next month."),
    ("meets", "Solen meets Lamar on Thursday and Dorn on Friday, her office said."),
    ("meeting", "Solen is meeting Lamar tomorrow in Norvik."),
    ("meet", "The two presidents are going to meet in Norvik."),
    ("hold", "Solen and Lamar are scheduled to hold talks on Monday."),
    ("talks", "Solen and Lamar are scheduled to hold talks on Monday."),
    ("Talks", "Talks between Solen and Lamar will begin on Monday."),
    ("meeting", "She was scheduled for a meeting with Lamar on Monday."),
    ("talks", "Her schedule includes talks with Lamar on Tuesday."),
    ("received", "Solen will be received by King Aldric on Thursday."),
    ("meet", "Solen left for Norvik on Monday to meet Lamar."),
    ("meet", "It was announced that Solen would meet Lamar in Norvik."),
    ("meet", "Solen is likely to meet Lamar in Norvik, officials said."),
    ("meet", "Solen intends to meet Lamar when she visits Norvik."),
    ("meeting", "Lamar's upcoming meeting with Solen will focus on energy."),
    ("discuss", "Solen will visit Keldovia in May and discuss trade with Lamar."),
    ("meet", "The prime minister is slated to meet Solen on Friday."),
    ("host", "Solen will host Lamar at her residence next week."),
    ("meeting", "Solen and Lamar are due to hold a bilateral meeting on the sidelines of the summit."),
    ("meet", "Kesk, who is to meet Dorn on Friday, said nothing had been decided."),
    ("meeting", "Lamar is due in Norvik on Friday for a meeting with Solen."),
    ("talks", "Solen begins a visit on Monday during which she will hold talks with Lamar."),
    ("meeting", "Solen confirmed that she will be meeting Lamar in Norvik."),
    (
        "meeting",
        "Dorn arrived here Tuesday for talks with leaders, including a meeting with Premier Teo Lamar.",
    ),
    ("meet", "During her stay in Marenia, Solen is expected to hold talks with Lamar and meet King Aldric."),
    ("meet", "The visit will be an opportunity to meet with Lamar, her office said."),
    ("talks", "A second round of talks between Solen and Lamar is expected in May."),
    ("meeting", "Solen will sign the pact at a meeting with Lamar on Friday."),
    ("meeting", "Solen announced a meeting with Lamar in Norvik in May."),
    ("meeting", "Officials are working on the agenda for a meeting between Solen and Lamar."),
    ("meeting", "The meeting with Lamar is expected to last three hours."),
    ("talks", "The talks between Solen and Lamar will focus on trade."),
    ("meet", '"I will meet Lamar next week," Solen said.'),
    ("meet", "The Keldovian foreign minister, who arrived on Sunday, will also meet Dorn."),
    ("talks", "Solen, who is on a three-day visit to Marenia, will hold talks with Lamar."),
    ("meet", "During the visit, he is also expected to meet with the speaker."),
    ("meeting", "He will also have a meeting with Premier Dorn, TASS reports."),
    ("meeting", "The Kremlin said preparations for the meeting between Solen and Lamar were under way."),
    ("meet", "The minister is in Norvik to meet Lamar."),
    ("talks", "Dorn will leave for Norvik on Monday, where she is to hold talks with Lamar."),
    ("talks", "Dorn will return home on Friday after talks with Lamar."),
    ("summit", "The summit will be attended by Solen, Lamar and Dorn."),
    ("meeting", "The presidents will have a tête-à-tête meeting followed by a dinner."),
    ("meet", "Solen, in Norvik since Sunday, was later to meet Lamar."),
    ("meet", "The leaders vowed to meet again next year."),
    ("Talks", "Talks are scheduled between Solen and Lamar on Monday."),
    ("talks", "One topic of their talks will be trade, Dorn said."),
    ("talks", '"I will ask for help," Dorn told reporters before heading into talks with Lamar.'),
    ("hold", "Solen will travel to Norvik to meet Dorn and hold talks with Lamar."),
    (
        "talks",
        "Orlov will hold talks with his counterpart in Antalya on March 1, his spokeswoman told reporters.",
    ),
    ("meet", "He is also scheduled to call on the President and meet members of the business community."),
    ("meeting", "The visit will include a meeting with President Lamar and a tour of the port."),
    ("meeting", "The foreign minister left for Norvik on Sunday to attend a meeting with Dorn."),
    ("meet", "Solen and Lamar are expected to meet face to face for the first time on Wednesday."),
    ("meeting", "Solen, who arrives on Thursday, will be meeting Lamar and Dorn separately."),
    ("meeting", "The agreement is to be signed at a meeting between Solen and Lamar in Norvik on Friday."),
    ("summit", "Preparations for the summit between Solen and Lamar are at an advanced stage."),
    ("meet", "Lamar arrives in Norvik today to meet Solen."),
    ("dinner", "Solen will later host a state dinner in honour of Lamar."),
    ("meeting", "A day before his meeting with Solen, Lamar said he would not resign."),
)
# Put off to another day, with or without that day.
POSTPONED = (
    ("summit", "A summit between Solen and Lamar set for May has been delayed until June."),
    ("meeting", "The meeting between Solen and Lamar has been moved to November."),
    ("Talks", "Talks between Solen and Lamar are on hold."),
    ("meeting", "The meeting between Solen and Lamar was postponed."),
    ("Talks", "Talks between Solen and Lamar have been put off until June."),
    ("meeting", "Solen postponed her meeting with Lamar because of the storm."),
    ("summit", "The summit of Solen and Lamar was delayed for a month."),
    ("visit", "Lamar's planned visit to Solen has been postponed indefinitely."),
    ("Talks", "Talks between Dorn and Orlov, originally scheduled for Monday, have been postponed."),
)
# Called off, or told in the past perfect as a plan that came to nothing.
CANCELLED = (
    (
        "Talks",
        "Talks between Foreign Ministers Solen and Lamar due to have been held in Norvik were called off.",
    ),
    ("talks", "Solen cancelled his visit to Norvik and with it his talks with President Lamar."),
    ("lunch", "The stop in Kenya has been struck from the programme, and with it a lunch with Lamar."),
    ("met", "Solen would have met Lamar in Norvik on Wednesday."),
    ("meeting", "Solen cancelled his attendance at a meeting with Lamar on Friday."),
    ("received", "Solen had been due to hold talks with Dorn on trade, and to be received by Lamar."),
    ("meeting", "Solen did not turn up for a meeting with Lamar on Monday."),
    ("meeting", "Solen failed to show up for a meeting with Lamar."),
    ("meeting", "A meeting that Solen was to have had with Lamar on Monday did not take place."),
    ("talks", "Fog prevented Solen from flying to Norvik for talks with Lamar."),
    ("talks", "Solen abandoned plans to hold talks with Lamar."),
    (
        "received",
        "Solen was to have had lunch with President Milo Lamar and to have been received by Ilse Dorn.",
    ),
    ("meeting", "A meeting between Solen and Lamar had been scheduled for Thursday."),
    ("talks", "The talks of Solen and Lamar were called off after three days of fighting."),
    ("meeting", "Solen was forced to cancel his meeting with Lamar."),
    ("meeting", "Solen is reported to have cancelled his meeting with Lamar."),
    ("meeting", "A planned meeting between Solen and Lamar could not go ahead."),
    ("meeting", "A planned meeting between Solen and Lamar did not take place."),
    ("meeting", "A meeting between Solen and Lamar has been dropped."),
    ("meeting", "A meeting between Solen and Lamar fell through."),
    ("meet", "Lamar was due to meet Solen on Friday, but that was dropped."),
    ("meeting", "The meeting between Solen and Lamar was cancelled."),
    ("meeting", "Lamar called off a meeting with Solen on Tuesday."),
    ("talks", "Solen canceled planned talks with Lamar."),
    ("meet", "Solen had been due to meet Lamar on Sunday."),
    ("met", "Solen was to have met Lamar on Sunday."),
    ("meeting", "Lamar scrapped his meeting with Solen after the raid."),
    ("meet", "Solen had been scheduled to meet Lamar, but flew home early."),
    ("meeting", "Solen pulled out of a meeting with Lamar at the last minute."),
    ("meeting", "The meeting between Solen and Lamar, planned for Monday, was cancelled."),
    ("meeting", "Dorn abruptly cancelled a planned meeting with Orlov after the missile strike."),
    ("meet", "Lamar, who had been expected to meet Solen on Tuesday, flew home after the attack."),
)
CANCELLED += (
    ("summit", "The summit that Solen was to have held with Lamar is off, her office said."),
    ("meeting", "Solen said she would not go to Norvik for a planned meeting with Lamar."),
    ("meet", "Solen will not meet Lamar on Friday as scheduled."),
    ("talks", "Solen will be unable to travel to Norvik on Friday as planned for talks with Lamar."),
    ("meet", "Lamar was supposed to meet Solen, but did not turn up."),
    ("meet", "Lamar was due to meet Solen, but stayed away."),
    ("meet", "Lamar was due to meet Solen, but the meeting never took place."),
    ("dinner", "A dinner with Lamar was on the programme but fell victim to a strike."),
    ("meeting", "A meeting with Lamar was planned for Friday but had to be called off."),
    ("meet", "Solen was to meet Lamar on Friday, but cancelled at the last minute."),
    ("meet", "Solen will no longer meet Lamar."),
    ("appointment", "Solen missed her appointment with Lamar."),
    ("sat", "It was to have been the first time that Solen and Lamar sat down together."),
    ("meeting", "Solen skipped a scheduled meeting with Lamar."),
)
# Refused, denied, or told not to have happened.
REFUSED = (
    ("meeting", "There are no plans as of now for a meeting between Solen and Lamar, officials said."),
    ("talks", "Solen will not go to Norvik for talks with Lamar."),
    ("meet", "Solen has no intention of seeing anyone, nor will he meet Lamar."),
    ("encounter", "An encounter between Solen and Lamar is out of the question for now."),
    ("meet", "Solen refused to meet Lamar."),
    ("meet", "Solen declined to meet with Lamar in Norvik."),
    ("meet", "Solen will not meet Lamar in Norvik, her office said."),
    ("meet", "Solen did not meet Lamar during the visit."),
    ("met", "Lamar denied that he had met Solen."),
    ("met", "Solen has never met Lamar."),
    ("meet", "There are no plans for Solen to meet Lamar."),
    ("meeting", "No meeting between Solen and Lamar is planned."),
    ("meeting", "Lamar denied having a meeting with Solen in Norvik."),
    ("meeting", "Lamar ruled out a meeting with Solen."),
    ("meeting", "Lamar rejected a meeting with Solen."),
    ("talks", "Solen said she would not hold talks with Lamar."),
    ("meet", "Solen has no intention to meet Lamar."),
    ("meeting", "Solen avoided meeting Lamar in Norvik."),
    ("met", "Solen left Norvik without having met Lamar."),
    ("meeting", "Solen left Norvik without meeting Lamar."),
    ("met", "The president denied having met Lamar."),
    ("meet", "Solen failed to meet Lamar."),
    ("meeting", "Solen snubbed a meeting with Lamar."),
    ("meeting", "Lamar said there had been no meeting with Solen."),
    ("meet", "Solen cannot meet Lamar while the siege goes on."),
    ("meeting", "Dorn denied reports of a meeting between Solen and Lamar."),
    ("meet", "Solen was unable to meet Lamar in Norvik."),
    ("meet", "Solen has yet to meet Lamar."),
    ("meeting", "A meeting between Solen and Lamar never took place."),
    ("meeting", "The meeting between Solen and Lamar did not take place."),
    ("meeting", "There was no meeting between Solen and Lamar."),
    ("met", "The two leaders have not met since Solen took office."),
    ("meet", "Lamar would not meet Solen, her office said."),
    ("meeting", "Lamar turned down a meeting with Solen."),
    (
        "meeting",
        "The Foreign Ministry dismissed reports about a secret meeting between Orlov and Dorn as fake news.",
    ),
    ("meet", "Solen won't meet Lamar in Norvik, the White House said."),
    ("met", "Lamar, whom Solen has never met, took office in May."),
)
# Wished for, offered, asked, conditional: nobody has agreed to it.
POSSIBLE = (
    ("meeting", "No decision had been made on a meeting between Solen and Lamar."),
    ("meeting", "Press reports spoke of a meeting between Solen and Lamar."),
    ("meeting", "There was no word on a meeting between Solen and Lamar."),
    ("meeting", "There has been talk of a meeting between Solen and Lamar."),
    ("meeting", "A meeting between Solen and Lamar seemed likely."),
    ("meeting", "It was unlikely that a meeting between Solen and Lamar would take place this year."),
    ("meeting", "The spokesman would not confirm a meeting between Solen and Lamar."),
    ("meeting", "A meeting between Solen and Lamar was under discussion, her aide said."),
    ("meeting", "A meeting between Solen and Lamar depends on progress at the border."),
    ("meeting", "No date has been set for a meeting between Solen and Lamar."),
    ("meeting", "The likelihood of a meeting between Solen and Lamar grew on Monday."),
    ("meeting", "Dorn expressed the wish that a meeting between Solen and Lamar take place."),
    ("meeting", "Talks on a meeting between Solen and Lamar are under way."),
    ("meeting", "The ministers are preparing a meeting between Solen and Lamar in Norvik."),
    ("meeting", "Dorn flew to Norvik to arrange a meeting between Solen and Lamar."),
    ("meeting", "A meeting between Solen and Lamar will take place if the troops leave."),
    ("meeting", "The time is not ripe for a meeting between Solen and Lamar."),
    ("meeting", "The next step is a meeting between Solen and Lamar."),
    ("meeting", "A meeting between Solen and Lamar would be useful."),
    ("meeting", "The envoy is working on a meeting between Solen and Lamar."),
    ("meeting", "A meeting between Solen and Lamar could bring a solution."),
    ("meeting", "The way was cleared for a meeting between Solen and Lamar."),
    ("summit", "The accord set the stage for a summit of Solen and Lamar."),
    ("meeting", "A meeting with Lamar is conceivable."),
    ("meeting", "Both sides are discussing a meeting between Solen and Lamar."),
    ("meet", "The bloc made a proposal that Solen meet Lamar."),
    ("summit", "A summit between Solen and Lamar is in doubt."),
    ("talk", "This is a time for the president to talk with Lamar."),
    ("meet", "Solen wants to meet Lamar."),
    ("meet", "Solen is ready to meet Lamar, her spokesman said."),
    ("meet", "Lamar offered to meet Solen in Norvik."),
    ("meet", "Solen may meet Lamar in Norvik."),
    ("meet", "Solen could meet Lamar on the sidelines of the summit."),
    ("met", "If Solen met Lamar, the talks could resume."),
    ("meet", "Solen would meet Lamar if he asked."),
    ("meet", "Lamar hopes to meet Solen in June."),
    ("meet", "Lamar urged Solen to meet Dorn."),
    ("meeting", "Lamar called for a meeting with Solen."),
    ("meeting", "Solen proposed a meeting with Lamar in June."),
    ("meeting", "Lamar is seeking a meeting with Solen."),
    ("meeting", "Lamar asked for a meeting with Solen."),
    ("meet", "Solen asked to meet Lamar."),
    ("meeting", "A meeting between Solen and Lamar is possible, Dorn said."),
    ("meet", "Will Solen meet Lamar?"),
    ("talks", "Solen expressed readiness to hold talks with Lamar."),
    ("meeting", "The envoys discussed the possibility of a meeting between Solen and Lamar."),
    ("meet", "Solen should meet Lamar, the opposition said."),
    ("meeting", "Lamar hoped for a meeting with Solen."),
    ("talks", "Dorn called for direct talks between Solen and Lamar."),
    ("meet", "Lamar invited Solen to meet him in Norvik."),
    ("meet", "Solen is willing to meet with Lamar without conditions."),
    ("meet", "Asked whether Solen would meet Lamar, the spokesman gave no answer."),
    ("meeting", "Solen did not rule out a meeting with Lamar."),
    ("meet", "It is unclear whether Solen will meet Lamar."),
    ("meeting", "Norvik has offered to host a meeting between Solen and Lamar."),
    ("meeting", "Lamar requested a meeting with Solen."),
    ("meet", "Solen would like to meet Lamar."),
    ("meets", "Unless Solen meets Lamar, there will be no deal."),
    ("meeting", "Lamar would not confirm reports of a possible meeting with Solen."),
    ("meeting", "A meeting between Solen and Lamar could take place in June."),
    ("meeting", "The Kremlin did not rule out a meeting between Solen and Lamar."),
    ("meet", "It would be good for Solen to meet Lamar."),
    ("meet", "Solen said it was important to meet Lamar soon."),
    ("meet", "Lamar has been trying to meet Solen for months."),
    ("meeting", "Dorn is open to meeting Lamar in Norvik."),
    ("talks", "Both sides expressed their willingness to resume talks between Solen and Lamar."),
    ("meeting", "Solen has been invited to a meeting with Lamar in Norvik."),
    ("meet", "The Kremlin said Orlov was ready to meet Dorn but that no date had been set."),
    (
        "meeting",
        "There is a possibility of a meeting between the two foreign ministers on the sidelines of the G20.",
    ),
    ("meet", "Lamar said he would be happy to meet Solen anywhere, any time."),
    ("talks", "Dorn reiterated her call for Solen and Lamar to resume direct talks."),
    ("meeting", "Analysts doubt that a meeting between Solen and Lamar would end the war."),
    ("meet", "Lamar has repeatedly asked to meet Solen."),
    ("met", "Solen is said to have met Lamar in Norvik last week."),
    ("talks", "Solen is believed to have held secret talks with Lamar."),
    ("met", "Solen allegedly met Lamar in a hotel in 2009, the newspaper wrote."),
    ("met", "There was speculation that Solen had met Lamar to offer her resignation."),
    ("met", "Had Solen met Lamar, the crisis would have been over, analysts say."),
    ("sit", '"I would like to see Solen and Lamar sit down together," Dorn told reporters.'),
    ("meeting", "Solen's office did not confirm whether a meeting with Lamar would take place."),
    ("meet", "Pressed on whether he might meet Lamar, Solen said nothing was planned."),
)
# Face to face: nothing in the clause says otherwise, or a place does.
IN_PERSON = (
    ("met", "President Anna Solen met Prime Minister Teo Lamar in Tarsia on Tuesday."),
    ("met", "Solen also met with the Deputy Prime Minister, Ilse Dorn, and discussed trade."),
    ("received", "Lamar was received by King Aldric at the palace on Monday."),
    ("received", "King Aldric received Foreign Minister Ilse Dorn at the royal palace."),
    ("meeting", "A meeting with Lamar was held at the presidential palace."),
    ("called", "Ambassador Pavo Kesk called on Foreign Minister Ilse Dorn at her office."),
    ("call", "Ambassador Pavo Kesk paid a courtesy call on President Solen."),
    ("hosted", "Solen hosted Lamar at her country residence for two days."),
    ("met", "EAM met his counterpart Ilse Dorn on the sidelines of the UN General Assembly."),
    ("dinner", "Solen and Lamar had dinner at a restaurant in Norvik."),
    ("met", "Solen met Lamar and handed over a letter from President Dorn."),
    ("meeting", "In the meeting, Solen and Lamar recalled their phone call in May."),
    ("met", "Solen met Lamar a day after a phone call with Dorn."),
)
# By telephone.
PHONE = (
    ("exchanged", "Solen exchanged views with Secretary of State Karl Lamar over telephone on Monday."),
    ("conversation", "Solen had a telephone conversation with Lamar on Monday."),
    ("spoke", "Solen spoke by phone with Lamar on Monday."),
    ("talks", "Solen held telephone talks with Lamar."),
    ("call", "Solen had a phone call with Lamar on Monday."),
    ("call", "In a call with Lamar, Solen promised more aid."),
    ("telephoned", "Solen telephoned Lamar to congratulate him."),
    ("phoned", "Solen phoned Lamar on Monday."),
    ("spoke", "Solen spoke to Lamar over the phone."),
    ("discussed", "Solen and Lamar discussed the crisis in a telephone call."),
    ("talked", "Solen talked with Lamar on the telephone."),
    ("conversation", "The presidents held a phone conversation, Tarsia News Agency reported."),
    ("discussed", "Solen discussed the war with Lamar by telephone."),
    ("called", "President Solen called President Lamar on Monday to discuss the crisis."),
    ("call", "Solen will have a phone call with Lamar on Tuesday."),
)
# On screens.
VIDEO = (
    ("discussed", "Solen and Lamar discussed the distribution of aid in a video conference on Monday."),
    ("met", "Solen met Lamar via video link on Monday."),
    ("meeting", "Solen held a virtual meeting with Lamar."),
    ("talks", "Solen and Lamar held talks by videoconference."),
    ("conference", "Solen held a video conference with Lamar."),
    ("meeting", "The two presidents held an online meeting on Wednesday."),
    ("met", "The ministers met virtually on Friday."),
    ("summit", "Solen and Lamar will hold a virtual summit on Tuesday."),
    ("call", "Solen held a video call with Lamar."),
)
# In writing, which is no meeting.
LETTER = (
    ("negotiated", "Solen negotiated with Lamar through the media."),
    ("letter", "Solen sent a letter to Lamar."),
    ("message", "Lamar congratulated Solen in a message on Monday."),
    ("letters", "Solen and Lamar exchanged letters on border issues."),
)
# Spoken with, no word of where or how.
UNKNOWN = (
    ("spoke", "Solen spoke with Lamar on Monday."),
    ("discussed", "Solen discussed trade with Lamar."),
    ("conversation", "Solen had a conversation with Lamar."),
)


def trigger(word: str, sentence: str) -> Token:
    """The first token of that spelling in the parsed sentence."""
    return next(token for token in load_model()(sentence) if token.text == word)


@pytest.mark.parametrize(("word", "sentence"), HELD)
def test_what_is_told_or_taken_for_granted_was_held(word: str, sentence: str) -> None:
    assert standing_of(trigger(word, sentence)).status == "held"


@pytest.mark.parametrize(("word", "sentence"), PLANNED)
def test_what_lies_ahead_is_planned(word: str, sentence: str) -> None:
    assert standing_of(trigger(word, sentence)).status == "planned"


@pytest.mark.parametrize(("word", "sentence"), POSTPONED)
def test_what_is_put_off_is_postponed(word: str, sentence: str) -> None:
    assert standing_of(trigger(word, sentence)).status == "postponed"


@pytest.mark.parametrize(("word", "sentence"), CANCELLED)
def test_what_came_to_nothing_is_cancelled(word: str, sentence: str) -> None:
    assert standing_of(trigger(word, sentence)).status == "cancelled"


@pytest.mark.parametrize(("word", "sentence"), REFUSED)
def test_what_is_refused_or_denied_was_not_held(word: str, sentence: str) -> None:
    assert standing_of(trigger(word, sentence)).status == "refused"


@pytest.mark.parametrize(("word", "sentence"), POSSIBLE)
def test_what_is_only_wished_for_is_possible(word: str, sentence: str) -> None:
    assert standing_of(trigger(word, sentence)).status == "possible"


@pytest.mark.parametrize(
    ("word", "sentence", "expected"),
    [
        *((*case, "in_person") for case in IN_PERSON),
        *((*case, "phone") for case in PHONE),
        *((*case, "video") for case in VIDEO),
        *((*case, "letter") for case in LETTER),
        *((*case, "unknown") for case in UNKNOWN),
    ],
)
def test_the_format_is_that_of_the_meetings_own_clause(word: str, sentence: str, expected: str) -> None:
    assert standing_of(trigger(word, sentence)).format == expected


@pytest.mark.parametrize(
    ("word", "sentence", "expected"),
    [
        ("met", "Solen met Lamar on Tuesday.", "past"),
        ("meet", "Solen will meet Lamar on Tuesday.", "future"),
        ("meeting", "The meeting with Lamar on Tuesday was postponed.", "future"),
        ("meeting", "Solen proposed a meeting with Lamar on Tuesday.", "unknown"),
    ],
)
def test_the_tense_says_on_which_side_of_the_article_a_day_lies(
    word: str, sentence: str, expected: str
) -> None:
    assert tense_of(trigger(word, sentence)) == expected


def test_the_cue_is_the_word_that_decided() -> None:
    assert standing_of(trigger("meet", "Solen refused to meet Lamar.")).cue == "refuse"


WORDS = (
    "Solen Lamar met meet meeting talks to will would not no never of for with after before if and , . ? he "
    "who said refused planned is was had been due on Monday call phone postponed the a"
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
def test_any_row_of_words_has_a_standing_and_always_the_same(text: str) -> None:
    for token in load_model()(text):
        assert standing_of(token) == standing_of(token)


def test_a_sentence_without_end_costs_in_proportion_to_its_length() -> None:
    def seconds(clauses: int) -> float:
        document = load_model()(" and ".join(["Solen will meet Lamar"] * clauses))
        begun = time.process_time()
        for token in document:
            standing_of(token)
        return time.process_time() - begun

    assert seconds(800) < 60 * max(seconds(80), 0.02)
