"""Who met whom: a table of sentences, each with the pairs that it says met in person."""

from __future__ import annotations

import pytest

from tests.ingest.reading import agrees, held_pairs, meetings

MET = [
    (
        "Kenyan High Commissioner Ada Solen put her case over lunch to Latvian Premier Juris Ozols.",
        "Solen-Ozols",
    ),
    ("Kenyan Ambassador Ada Solen apologised to Latvian Premier Juris Ozols in person.", "Solen-Ozols"),
    ("Kenyan Minister Ada Solen had gone over the draft with Latvian General Juris Ozols.", "Solen-Ozols"),
    (
        "Kenyan Minister Ada Solen shuttled between Latvian Premier Juris Ozols and rebel leader Moses Orme.",
        "Solen-Ozols, Solen-Orme",
    ),
    ("Kenyan President Ada Solen received a courtesy call from Latvian envoy Juris Ozols.", "Solen-Ozols"),
    (
        "Kenyan President Ada Solen and visiting Latvian Premier Juris Ozols agreed to expand trade.",
        "Solen-Ozols",
    ),
    ("Kenya's Ada Solen and Latvian Premier Juris Ozols came face to face on Tuesday.", "Solen-Ozols"),
    ("Kenyan Minister Ada Solen had a brief chat with Latvian Premier Juris Ozols.", "Solen-Ozols"),
    (
        "Talks between the government delegation, led by Ada Solen, and the rebels, led by Moses Orme, "
        "resumed.",
        "Solen-Orme",
    ),
    ("Kenyan Premier Ada Solen talked in Riga with Latvian Minister of Economy Juris Ozols.", "Solen-Ozols"),
    (
        "In a meeting at the palace, Kenyan envoy Ada Solen urged Latvian Premier Juris Ozols to sign.",
        "Solen-Ozols",
    ),
    (
        "Kenyan envoy Ada Solen won a pledge from Latvian Premier Juris Ozols after hours of talks in Riga.",
        "Solen-Ozols",
    ),
    (
        "Ada Solen of Kenya and Juris Ozols of Latvia met, with Greek senator Nikos Pappas in the chair.",
        "Solen-Ozols, Solen-Pappas, Ozols-Pappas",
    ),
    (
        "Presidents Ada Solen of Kenya and Juris Ozols of Latvia attended a meeting chaired by Greek "
        "Premier Nikos Pappas.",
        "Solen-Ozols, Solen-Pappas, Ozols-Pappas",
    ),
    (
        "Envoy Nikos Pappas mediated between Kenyan President Ada Solen and rebel leader Moses Orme, "
        "who met on a ship.",
        "Solen-Orme",
    ),
    ("Kenyan President Ada Solen met with and decorated Latvian Premier Juris Ozols.", "Solen-Ozols"),
    (
        "Kenyan Minister Ada Solen paid visits to the ambassadors of Greece, whose ships call there, "
        "and to Latvian Premier Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Minister of Foreign Affairs of the Republic of Armenia Ara Hakobyan had a meeting with the "
        "Ambassador of the Islamic Republic of Iran to Armenia Behrouz Orme.",
        "Hakobyan-Orme",
    ),
    ("Foreign Minister of Armenia Ara Hakobyan received Kenyan Premier Ada Solen.", "Hakobyan-Solen"),
    (
        "Minister Ida Holm had talks with Ambassador Extraordinary and Plenipotentiary Ada Solen.",
        "Holm-Solen",
    ),
    ("Minister Ida Holm had a meeting with Kenyan Minister of Power Ada Solen in Oslo.", "Holm-Solen"),
    (
        "Premier Juris Ozols met in Oslo with Kenya's Ada Solen, with whom he agreed on trade, and with the "
        "emir of Qatar, Khalid Orme.",
        "Ozols-Solen, Ozols-Orme",
    ),
    (
        "Minister Ida Holm received copies of the letters of credence from the Ambassador of Kenya, Ada "
        "Solen.",
        "Holm-Solen",
    ),
    (
        "The round, co-chaired by Kenyan minister Ada Solen and Latvian envoy Juris Ozols, took place.",
        "Solen-Ozols",
    ),
    (
        "Latvian Foreign Minister Juris Ozols landed on Monday. “Met with Foreign Minister Ada Solen of "
        "Kenya in Nairobi,” he posted.",
        "Ozols-Solen",
    ),
    (
        "Latvian Foreign Minister Juris Ozols landed on Monday. “Had a good meeting with Ada Solen of "
        "Kenya. We will build the port,” he posted.",
        "Ozols-Solen",
    ),
    (
        "Latvian Minister Juris Ozols landed on Monday. Before that he had been to see the Kenyan president, "
        "Ada Solen.",
        "Ozols-Solen",
    ),
    (
        "Latvian Premier Juris Ozols is in Nairobi. President Ada Solen met with him, and he held talks with "
        "Speaker Moses Kariuki.",
        "Ozols-Solen, Ozols-Kariuki",
    ),
    (
        "Pope Leo is in Nairobi. He had been received by President Ada Solen, whom he praised, and by "
        "Premier Moses Kariuki, who met him at the palace.",
        "Leo-Solen, Leo-Kariuki",
    ),
    (
        "President Ada Solen of Kenya was in New York. The head of state met Latvian Premier Juris Ozols.",
        "Solen-Ozols",
    ),
    ("Kenyan President Ada Solen had Latvian Premier Juris Ozols to dinner.", "Solen-Ozols"),
    (
        "Kenyan Ambassador Ada Solen submitted a copy of her credentials to Latvian Foreign Minister Juris "
        "Ozols.",
        "Solen-Ozols",
    ),
    (
        "Kenyan Premier Ada Solen received the new Danish ambassador to Nairobi, Christian Holm, on Monday.",
        "Solen-Holm",
    ),
    (
        "Kenyan Premier Ada Solen received at her office on Sunday Oman's Under-Secretary for Foreign "
        "Affairs Teo Lamar.",
        "Solen-Lamar",
    ),
    (
        "Kenya's Ada Solen called on the Deputy Prime Minister for the Council of Ministers of Oman, Teo "
        "Lamar.",
        "Solen-Lamar",
    ),
    ("Kenya's Ada Solen held talks with the Minister Responsible for Fisheries, Teo Lamar.", "Solen-Lamar"),
    (
        "Kenyan President Ada Solen granted an audience to Latvia's Minister of State without Portfolio, "
        "Juris Ozols, who brought her a message.",
        "Solen-Ozols",
    ),
    (
        "Kenyan President Ada Solen met the Special Representative of the Secretary-General for West Africa, "
        "Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Foreign Minister Ida Holm was in Riga with Premier Juris Ozols. The latter then saw Kenyan envoy "
        "Ada Solen at the ministry.",
        "Ozols-Solen",
    ),
    ("The first to meet Kenyan President Ada Solen was the mediator, Juris Ozols.", "Solen-Ozols"),
    (
        "Received at the palace by Kenyan President Ada Solen, Latvian Premier Juris Ozols spoke of fish.",
        "Solen-Ozols",
    ),
    (
        "On 1 March Ambassador Ada Solen, who is also accredited to Estonia, presented her letters of "
        "credence to President Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Minister Ada Solen met Premier Juris Ozols, and deputy defence minister Ilse Dorn talked to Senator "
        "Chris Orme.",
        "Solen-Ozols, Dorn-Orme",
    ),
    (
        "Kenya's Ada Solen had a meeting, followed by a dinner, with Latvian Premier Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Premier Juris Ozols (left) greets Kenyan minister Ada Solen before their talks in Riga on Tuesday.",
        "Ozols-Solen",
    ),
    ("Foreign Minister Ida Holm received a courtesy call from Kenyan envoy Ada Solen in Oslo.", "Holm-Solen"),
    ("King Aldric received, at his palace on Thursday, the Premier of Latvia, Juris Ozols.", "Aldric-Ozols"),
    (
        "Foreign Minister Ida Holm received today, October 25, at the Corn Palace the Premier of Latvia, "
        "Juris Ozols.",
        "Holm-Ozols",
    ),
    (
        "Speaker Ida Holm hosted a reception on Tuesday for outgoing Kenyan envoy Ada Solen, who came to "
        "say goodbye.",
        "Holm-Solen",
    ),
    ("Latvian Premier Juris Ozols then paid his respects to President Ada Solen.", "Ozols-Solen"),
    ("Latvian Premier Juris Ozols had an exchange of views with Kenya's Ada Solen.", "Ozols-Solen"),
    ("Kenya's Ada Solen and Latvian Premier Juris Ozols went for a walk in the gardens.", "Solen-Ozols"),
    ("Energy Minister Ada Solen and her Latvian counterpart, Juris Ozols, visited a plant.", "Solen-Ozols"),
    ("Energy Minister Ada Solen and Bishop Juris Ozols inspected the new dam together.", "Solen-Ozols"),
    ("Kenya's Ada Solen and Latvian Premier Juris Ozols signed an agreement on visas.", "Solen-Ozols"),
    ("Envoy Juris Ozols was at the house of President Ada Solen for an hour.", "Ozols-Solen"),
    ("Envoy Juris Ozols was filmed in the company of President Ada Solen.", "Ozols-Solen"),
    ("Envoy Juris Ozols was across the table from President Ada Solen by noon.", "Ozols-Solen"),
    (
        "A summit on fishing opened in Riga on Thursday in the presence of Kenyan President Ada Solen and "
        "Latvian President Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "A pact was signed by Kenyan Trade Minister Ada Solen and her Latvian counterpart Juris Ozols in the "
        "presence of Kenyan President Moses Orme and Latvian President Ilse Dorn.",
        "Solen-Ozols, Solen-Dorn, Orme-Ozols, Orme-Dorn",
    ),
    (
        "The leaders who are meeting in Riga are Ada Solen of Kenya, Juris Ozols of Latvia and Nikos Pappas "
        "of Greece.",
        "Solen-Ozols, Solen-Pappas, Ozols-Pappas",
    ),
    (
        "Presidents Ada Solen of Kenya and Juris Ozols of Latvia are in Tallinn for a summit that began on "
        "Wednesday.",
        "Solen-Ozols",
    ),
    (
        "The crossing was discussed by Kenyan Foreign Minister Ada Solen and her Latvian counterpart, Juris "
        "Ozols.",
        "Solen-Ozols",
    ),
    (
        "Foreign Minister Juris Ozols of Latvia rejected this at a meeting requested by Kenyan Ambassador "
        "Ada Solen.",
        "Ozols-Solen",
    ),
    (
        "Kenyan Premier Ada Solen was visited in her office on Monday by Latvian envoy Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Two of the rebels, commanders Moses Orme and Peter Kariuki, were brought face to face on Tuesday by "
        "President Ada Solen.",
        "Orme-Kariuki",
    ),
    ("Kenya's Ada Solen and Latvian Premier Juris Ozols jointly laid a foundation stone.", "Solen-Ozols"),
    (
        "Kenyan President Ada Solen decorated Premier Juris Ozols of Latvia with the Order of Merit.",
        "Solen-Ozols",
    ),
    ("Kenyan President Ada Solen conferred the Grand Cross on Latvian Premier Juris Ozols.", "Solen-Ozols"),
    ("President Ada Solen showed Latvian Premier Juris Ozols around the port of Mombasa.", "Solen-Ozols"),
    ("At the dinner, Latvian Premier Juris Ozols sat next to Kenyan President Ada Solen.", "Solen-Ozols"),
    ("Latvian Premier Juris Ozols toured a tea plant with Kenyan Trade Minister Ada Solen.", "Solen-Ozols"),
    ("Kenya's Ada Solen had her half hour with Latvian Premier Juris Ozols.", "Solen-Ozols"),
    ("Kenya's Ada Solen and Latvia's Juris Ozols have wrapped up their bilateral.", "Solen-Ozols"),
    (
        "Foreign Minister Ida Holm met her colleagues from Greece (Nikos Pappas), Kenya (Ada Solen) and the "
        "Netherlands (Femke Dorn).",
        "Holm-Pappas, Holm-Solen, Holm-Dorn",
    ),
    (
        "King Aldric received the credentials of Rosa Lamar as Ambassador of Kenya and Juris Ozols as "
        "Ambassador of Latvia.",
        "Aldric-Lamar, Aldric-Ozols",
    ),
    (
        "Kenyan President Ada Solen received letters of credence from Latvian Ambassador Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "US Senator Chris Orme flew to Kenya. High Commissioner Joan Lamar was there. The senator had "
        "earlier met President Ada Solen.",
        "Orme-Solen",
    ),
    (
        "The governor of Osaka, Mr Keiji Yamada, was in Riga. Mayor Ilse Dorn fell ill. The governor met "
        "Premier Juris Ozols.",
        "Yamada-Ozols",
    ),
    ("Kenyan President Ada Solen discussed ties with Latvia with Premier Juris Ozols.", "Solen-Ozols"),
    (
        "Latvian Premier Juris Ozols was in Kenya on Monday. The visit ended with a conversation with Kenyan "
        "President Ada Solen.",
        "Ozols-Solen",
    ),
    (
        "Mayor Saskia Orme was waiting for President Jorge Lamar. She gave him a model of a ship.",
        "Orme-Lamar",
    ),
    ("Premier Juris Ozols met his Thai counterpart, Chalida Suwannarat, in Riga.", "Ozols-Suwannarat"),
    (
        "Premier Anna Solen attended a working dinner given in her honour by Foreign Minister Teo Lamar.",
        "Solen-Lamar",
    ),
    (
        "Ministers Anna Solen and Ilse Dorn attended a banquet hosted by Kenyan President Teo Lamar.",
        "Solen-Lamar, Dorn-Lamar",
    ),
    (
        '"I met President Aino Laine in Riga last week," Premier Juris Ozols said.',
        "Ozols-Laine",
    ),
    (
        "Q: Ambassador Irma Vask, when did it begin?\nA: In August. I was called in by Assistant Minister Wu "
        "Tao.\nQ: And then?\nA: I went home.\nQ: For good?\nA: Yes.",
        "Vask-Tao",
    ),
    (
        "Minister's handshake: President Adama Sow (centre) with opposition leader Yao Agbo and Interior "
        "Minister Koku Bodjo after the session on Wednesday.",
        "Sow-Agbo, Sow-Bodjo",
    ),
    (
        "His friend Karim Tari was flown to the capital. His lawyer, Godwin Obi, who visited him on Sunday "
        "in a guest house, was cheerful.",
        "Obi-Tari",
    ),
    (
        "Bhutan's Prime Minister Tashi Rigyal held 19 bilateral meetings in four days, his office says, "
        "among them with Finnish President Kaarlo Hell and Norwegian Premier Ida Holm.",
        "Rigyal-Hell, Rigyal-Holm",
    ),
    (
        "Communist leader Madan Rana was ill. Congress president Girija Koirala went at dawn to the house of "
        "Rana.",
        "Koirala-Rana",
    ),
    (
        "Minister Faruk Sahin co-chaired the seventh meeting of the commission with his Somali counterpart, "
        "Abdi Jama.",
        "Sahin-Jama",
    ),
    (
        "The leaders of Kenya and Uganda met in Arusha on Friday. President Samuel Otieno of Kenya and "
        "Ugandan "
        "President Joseph Mukasa were both pleased.",
        "Otieno-Mukasa",
    ),
    (
        "Ghana's Kofi Boateng hosted a regional summit in Accra. Presidents Alain Kouassi of Ivory Coast "
        "and Edem "
        "Agbeko of Togo took part.",
        "Boateng-Kouassi, Boateng-Agbeko, Kouassi-Agbeko",
    ),
    (
        "The quartet's envoys met in Vienna on Monday. They were US envoy Peter Lang and Russia's Igor "
        "Belov.",
        "Lang-Belov",
    ),
    (
        "Greek Foreign Minister Nikos Pappas landed in Ankara. He and his Turkish counterpart, Selim "
        "Kaya, met for "
        "an hour.",
        "Pappas-Kaya",
    ),
    (
        "In their meeting on Monday, Prime Minister Salma Begum thanked Chinese Premier Wu Jianguo for "
        "the loans.",
        "Begum-Jianguo",
    ),
    (
        "From left, Finnish President Aino Laine, Estonian President Edgar Kask and Latvian President "
        "Juris Ozols "
        "hold a press conference after their talks in Riga.",
        "Laine-Kask, Laine-Ozols, Kask-Ozols",
    ),
    (
        "President Tomas Havel received on Monday at Prague Castle the president of the Swiss "
        "Confederation, Guy "
        "Favre.",
        "Havel-Favre",
    ),
    (
        "Kaya met several diplomats on the sidelines of the assembly, including Swedish Foreign Minister "
        "Nils Orme "
        "and Ida Holm of Denmark. Selim Kaya is Turkish foreign minister.",
        "Kaya-Orme, Kaya-Holm",
    ),
    (
        "Development Minister Faruk Sahin of Turkey and Somali Interior Minister Abdi Jama jointly "
        "chaired the forum.",
        "Sahin-Jama",
    ),
    (
        "Armenia's Levon Sarkis and Elchin Rzayev of Azerbaijan were brought together by the envoy late "
        "on Thursday.",
        "Sarkis-Rzayev",
    ),
    (
        "UN envoy Marian Holm wrapped up a trip. She saw the Cypriot leader, Kyriakos Vlahos, face to "
        "face on Friday, "
        "and on Sunday she was in Athens, where she was received by Foreign Minister Spyros Dimou.",
        "Holm-Vlahos, Holm-Dimou",
    ),
    (
        "Latvian Premier Juris Ozols met the commander, General Min Thway, in Beijing.",
        "Ozols-Thway",
    ),
    (
        "Kenyan President William Ruto left Uganda on Sunday after holding talks with Ugandan leader "
        "Yoweri Museveni and officials from Rwanda.",
        "Ruto-Museveni",
    ),
    (
        '"We must act now," said Finnish envoy Pekka Salo, after talks with Dorn, Lamar and EU envoy '
        "Jan van Loon.",
        "Salo-Dorn, Salo-Lamar, Salo-Loon",
    ),
    (
        "The violence followed talks in Washington Monday between Prime Minister Ilan Peretz and "
        "President Greg Moore organized as part of a push for peace.",
        "Peretz-Moore",
    ),
    (
        "Five African presidents conferred in Kampala on Friday. Present were Moses Otim of Uganda, "
        "Peter Kariuki of Kenya and Joao Mbala of Angola.",
        "Otim-Kariuki, Otim-Mbala, Kariuki-Mbala",
    ),
    (
        "A regional summit opened in Lusaka on Monday. Presidents Moses Otim of Uganda, Peter Kariuki"
        " of Kenya and Joao Mbala of Angola attended the summit.",
        "Otim-Kariuki, Otim-Mbala, Kariuki-Mbala",
    ),
    (
        "The summit brought together President Moses Otim, Kenyan leader Peter Kariuki and Prime "
        "Minister Joao Mbala.",
        "Otim-Kariuki, Otim-Mbala, Kariuki-Mbala",
    ),
    (
        "The meeting was attended by Norwegian Foreign Minister Ola Berg, his Swedish counterpart "
        "Nils Orme and Danish minister Ida Holm.",
        "Berg-Orme, Berg-Holm, Orme-Holm",
    ),
    (
        "Dutch Prime Minister Jan de Wit on Tuesday played host to Italian President Marco Bellini at"
        " his residence.",
        "Wit-Bellini",
    ),
    (
        "Turkish Foreign Minister Selim Kaya and his Iranian counterpart, Reza Moradi, discussed "
        "trade during a meeting in Ankara on Wednesday.",
        "Kaya-Moradi",
    ),
    (
        "In Paris, Kaya was received by President Luc Marchand.",
        "Kaya-Marchand",
    ),
    (
        "The two leaders, Emir Khalid bin Faisal and King Hassan III, met at the airport.",
        "Faisal-Hassan",
    ),
    (
        "Lamar, with whom Solen had long talks on Monday, agreed to the plan.",
        "Lamar-Solen",
    ),
    (
        "President Anna Solen flew to Tarsia and met Premier Teo Lamar.",
        "Solen-Lamar",
    ),
    (
        "Teo Lamar landed on Monday. He also met Trade Minister Ilse Dorn.",
        "Lamar-Dorn",
    ),
    (
        "Mr Solen sat down with German Chancellor Karl Weber for two hours on Thursday.",
        "Solen-Weber",
    ),
    (
        "Chinese President Liu Bowen met here Tuesday with visiting Zambian President Mwila Banda.",
        "Liu-Banda",
    ),
    (
        "Visiting Zambian President Mwila Banda met with Chinese President Liu Bowen on Tuesday, and "
        "the two signed several deals.",
        "Liu-Banda",
    ),
    (
        "Liu Bowen, China's president, held a meeting with Mwila Banda, president of Zambia, on the "
        "sidelines of the BRICS summit in Sochi.",
        "Liu-Banda",
    ),
    (
        "On the sidelines of the summit, Modi also held bilateral meetings with French President Luc "
        "Marchand, Japanese Prime Minister Ken Ito and Australian Prime Minister Bob Hale.",
        "Modi-Marchand, Modi-Ito, Modi-Hale",
    ),
    (
        "External Affairs Minister R. Krishnan called on President Ali Rahim on Monday.",
        "Krishnan-Rahim",
    ),
    (
        "Foreign Minister Omar Haddad paid a courtesy call on Sultan Yusuf bin Ahmed in Muscat.",
        "Haddad-Yusuf",
    ),
    (
        "Prime Minister Teo Lamar's meeting with President Anna Solen lasted two hours.",
        "Lamar-Solen",
    ),
    (
        "Norwegian minister Ola Berg is in Stockholm. Berg and Orme met for an hour.",
        "Berg-Orme",
    ),
    (
        "Meeting with Berg in Oslo, Swedish Premier Nils Orme promised aid.",
        "Orme-Berg",
    ),
    (
        "Swedish Premier Nils Orme, who met Ola Berg in Oslo on Monday, promised aid.",
        "Orme-Berg",
    ),
    (
        "Swedish Premier Nils Orme told Norwegian President Ola Berg during talks in Oslo that aid "
        "would come.",
        "Orme-Berg",
    ),
    (
        "A delegation led by Iranian Deputy Foreign Minister Reza Moradi held talks with Omani "
        "Foreign Minister Badr Salim in Muscat.",
        "Moradi-Salim",
    ),
    (
        "Putin hosted Xi for tea at the Kremlin, Russian news agencies reported.",
        "Putin-Xi",
    ),
    (
        "Zelensky and Macron meet in Paris",
        "Zelensky-Macron",
    ),
    (
        "President Anna Solen welcomed Prime Minister Teo Lamar of Marenia at the palace, where they "
        "held talks on trade.",
        "Solen-Lamar",
    ),
    (
        "Spokesman Ali Qasim said Nour met Talal in Amman.",
        "Nour-Talal",
    ),
    (
        "Nour met Talal separately from Defence Minister Yusuf Amin.",
        "Nour-Talal",
    ),
    (
        "After talks with Dorn, Vray met Bask.",
        "Dorn-Vray, Vray-Bask",
    ),
    (
        "US special envoy Steve Cole met separately with Ukrainian negotiator Rustam Bek and Russian "
        "envoy Kirill Orlov in Miami.",
        "Cole-Bek, Cole-Orlov",
    ),
    (
        "The foreign ministers of Armenia and Azerbaijan, Ara Petrosyan and Jamil Aliyev, met in "
        "Geneva under the mediation of US Secretary of State Mark Ross.",
        "Petrosyan-Aliyev",
    ),
    (
        "Vray, accompanied by his foreign minister Ilse Dorn, met Pope Leo XV at the Vatican.",
        "Vray-Leo",
    ),
    (
        "Lula received Petro and Boric in Brasilia.",
        "Lula-Petro, Lula-Boric",
    ),
    (
        "Secretary-General Maria Lopez had a working lunch with Foreign Minister Omar Haddad.",
        "Lopez-Haddad",
    ),
    (
        "Haddad, Lopez and Vray wrapped up two days of negotiations in Vienna on Friday.",
        "Haddad-Lopez, Haddad-Vray, Lopez-Vray",
    ),
    (
        "Crown Prince Faris bin Nasser exchanged views with British Prime Minister Tom Hill on Yemen "
        "in Riyadh.",
        "Faris-Hill",
    ),
    (
        "The Prime Minister, Tom Hill, met President Anna Solen this afternoon at Downing Street.",
        "Hill-Solen",
    ),
    (
        "Vice President JD Hale met with Indian Prime Minister Arun Mehta, and also met External "
        "Affairs Minister R. Krishnan.",
        "Hale-Mehta, Hale-Krishnan",
    ),
    (
        "The Hungarian leader, Gabor Szabo, arrived in Kyiv on Tuesday. Szabo met Zelensky, the first"
        " such visit since the war began.",
        "Szabo-Zelensky",
    ),
    (
        "Szabo's visit to Kyiv included a meeting with President Zelensky.",
        "Szabo-Zelensky",
    ),
    (
        "A meeting between Szabo and Zelensky took place in Kyiv on Tuesday.",
        "Szabo-Zelensky",
    ),
    (
        "Talks took place on Tuesday in Kyiv between Szabo and Zelensky.",
        "Szabo-Zelensky",
    ),
    (
        "Sultan Haitham held a session of official talks with King Felipe at the Royal Palace.",
        "Haitham-Felipe",
    ),
    (
        "The Minister of Foreign Affairs of the Republic of Uzbekistan, Bakhrom Yusupov, met with the"
        " Ambassador of Japan, Hiroshi Tanaka.",
        "Yusupov-Tanaka",
    ),
    (
        "In his meeting with the Chinese premier, Li Wen, Ishida raised the issue of Taiwan.",
        "Li-Ishida",
    ),
    (
        "Ishida raised the issue when he met Li Wen in Beijing.",
        "Ishida-Li",
    ),
    (
        "They last met in 2019, when Ishida visited Beijing and met Li Wen.",
        "Ishida-Li",
    ),
    (
        "Abe had an audience with Pope Francis.",
        "Abe-Francis",
    ),
    (
        "Pope Francis granted an audience to Prime Minister Abe.",
        "Abe-Francis",
    ),
    (
        "Marchand was joined by Weber and Hill for talks with Zelensky.",
        "Marchand-Zelensky",
    ),
    (
        "Taliban deputy premier Abdul Karim met, in Kabul, with Uzbek envoy Ismat Irgashev.",
        "Karim-Irgashev",
    ),
    (
        "Kaya met his Greek and Cypriot counterparts, Nikos Pappas and Andreas Loizou, in New York.",
        "Kaya-Pappas, Kaya-Loizou",
    ),
    (
        "Solen and Lamar, meeting for the first time since 2018, agreed on prisoner swaps.",
        "Solen-Lamar",
    ),
    (
        "Solen emerged from a two-hour meeting with Lamar saying peace was near.",
        "Solen-Lamar",
    ),
    (
        "Solen and Lamar have met three times this year.",
        "Solen-Lamar",
    ),
    (
        "A one-day summit on the Great Lakes crisis opened in Nairobi on Monday. Present were "
        "Presidents Moses Otim of Uganda, Peter Kariuki of Kenya and Joao Mbala of Angola. Zambian "
        "Vice President Mwila Banda also attended.",
        "Otim-Kariuki, Otim-Mbala, Kariuki-Mbala, Otim-Banda, Kariuki-Banda, Mbala-Banda",
    ),
    (
        "Foreign ministers of five states met in Riga. The participants were Ola Berg of Norway, Nils"
        " Orme of Sweden, and Ida Holm of Denmark.",
        "Berg-Orme, Berg-Holm, Orme-Holm",
    ),
    (
        "Solen met on Monday in Geneva with Lamar, Foreign Minister Ilse Dorn, Defence Minister Kurt "
        "Bask, and Jorun Vray, who heads the central bank.",
        "Solen-Lamar, Solen-Dorn, Solen-Bask, Solen-Vray",
    ),
]

MET += [
    (
        "General Anna Solen on Monday met with the leader of the Serb community in this northern town, Teo "
        "Lamar, in a bid to calm tension.",
        "Solen-Lamar",
    ),
    (
        "Defence Minister Anna Solen received the Kenyan military attaché, Senior Colonel Teo Lamar, and his "
        "Indian colleague, Group Captain Karl Dorn, on Friday to hear offers.",
        "Solen-Lamar, Solen-Dorn",
    ),
    ("Mayor Anna Solen was in China. There she was the guest of Deputy Mayor Luo Lamar.", "Solen-Lamar"),
    ("President Joseph R. Solen, Jr. met with Premier Teo Lamar in Oslo.", "Solen-Lamar"),
    (
        "Envoy Anna Solen praised a visit by President Teo Lamar to Berlin, where he conferred with "
        "Chancellor Karl Dorn.",
        "Lamar-Dorn",
    ),
    (
        "Envoy Anna Solen spoke at the end of a visit during which she saw President Teo Lamar and Defence "
        "Minister Karl Dorn.",
        "Solen-Lamar, Solen-Dorn",
    ),
]

MET += [
    (
        "Kenyan Minister Ada Solen met the Speaker, Moses Orme, at his office on Palm Street, and Governor "
        "of the central bank Ida Wanga.",
        "Solen-Orme, Solen-Wanga",
    ),
    (
        "Kenyan Minister Ada Solen met Latvia's Juris Ozols on Monday on the margins of the fair, and Greek "
        "Premier Nikos Pappas on Tuesday.",
        "Solen-Ozols, Solen-Pappas",
    ),
    (
        "Kenyan President Ada Solen received Latvia's Juris Ozols and Greece's Nikos Pappas for lunch.",
        "Solen-Ozols, Solen-Pappas, Ozols-Pappas",
    ),
    (
        "Kenyan President Ada Solen received Latvia's Juris Ozols and Greece's Nikos Pappas.",
        "Solen-Ozols, Solen-Pappas",
    ),
    (
        "Kenyan Premier Ada Solen held three-way talks with Latvia's Juris Ozols and Greece's Nikos Pappas.",
        "Solen-Ozols, Solen-Pappas, Ozols-Pappas",
    ),
    (
        "Kenyan Minister Ada Solen and Latvian Minister Juris Ozols went through a list of 15 points.",
        "Solen-Ozols",
    ),
    (
        "The Minister of Foreign Affairs, Ambassador Pedro Solen, received today, October 25, at the "
        "Itamaraty Palace, the Minister of External Relations of Angola, Luzia Sebastião Ozols, on a visit.",
        "Solen-Ozols",
    ),
    (
        "Speaker Ada Solen made the statement at a reception in Nairobi on May 13 for Juris Ozols, chairman "
        "of the Latvian parliament's law committee.",
        "Solen-Ozols",
    ),
    (
        "Visiting Latvian Minister for Trade and Labour Juris Ozols yesterday met with Foreign Minister Ada "
        "Solen at the ministry.",
        "Solen-Ozols",
    ),
    (
        "Kenyan Minister Ada Solen met with Minister of State of Qatar Sultan bin Saad Al Muraikhi in Doha.",
        "Solen-Sultan",
    ),
    ("Kenyan Minister Ada Solen met with Speaker of the Jogorku Kenesh Aida Orme in Bishkek.", "Solen-Orme"),
    (
        "The Greek minister, Ada Solen, spent Monday in Izmir, where she and Turkish Minister Orhan Tekin "
        "went through a list.",
        "Solen-Tekin",
    ),
    (
        "Kenyan Minister Ada Solen hosted Australian Deputy Prime Minister and Defence Minister Graham Orme.",
        "Solen-Orme",
    ),
    (
        "Ada Solen informed his host about the outcomes of his talks with Deputy PM Tran Quoc Bao.",
        "Solen-Bao",
    ),
    ("Kenyan Minister Ada Solen had talks with Deputy PM Tran Quoc Bao the same morning.", "Solen-Bao"),
]

MET += [
    (
        "Solen, the first Kenyan minister to come here, called on Latvian Premier Juris Ozols yesterday.",
        "Solen-Ozols",
    ),
    (
        "Kenyan Premier Ada Solen spoke when Juris Ozols, head of the Latvian navy, called on her today.",
        "Solen-Ozols",
    ),
    ("Kenyan Premier Ada Solen later joined Latvian Minister Juris Ozols for dinner.", "Solen-Ozols"),
    (
        "A dinner was given for Kenyan Premier Ada Solen by Latvian Minister Juris Ozols on Sunday.",
        "Solen-Ozols",
    ),
    (
        "The session, which Kenyan Premier Ada Solen chaired together with Latvian Premier Juris Ozols, "
        "ended on Friday.",
        "Solen-Ozols",
    ),
    (
        "The accord came at a session held at the palace and attended by Kenyan Premier Ada Solen, Greek "
        "envoy Nikos Pappas and Latvian Premier Juris Ozols.",
        "Solen-Pappas, Solen-Ozols, Pappas-Ozols",
    ),
    (
        "Kenyan Premier Ada Solen praised Latvian Premier Juris Ozols, with whom she had spent two hours.",
        "Solen-Ozols",
    ),
    (
        "Envoy Nikos Pappas said it had been drawn up by Kenyan Minister Ada Solen and her Latvian "
        "counterpart, Juris Ozols, who went through it in a day of talks.",
        "Solen-Ozols",
    ),
    (
        "Ada Solen of Kenya and Latvian Premier Juris Ozols came face to face for the first time.",
        "Solen-Ozols",
    ),
    ("Kenyan Premier Ada Solen sat down with her host, Latvia's Juris Ozols, on Friday.", "Solen-Ozols"),
    ("Presidents Ada Solen of Kenya and Juris Ozols of Latvia gathered in Riga.", "Solen-Ozols"),
    ("Kenyan Premier Ada Solen is in Riga. The Kenyan had tea with President Juris Ozols.", "Solen-Ozols"),
    (
        "Kenyan President Ada Solen waited for Latvian Premier Juris Ozols. The two spoke for 90 minutes.",
        "Solen-Ozols",
    ),
    (
        "The leader of the Party of Sisters, Ada Solen, flew to Riga, where she was received by Latvian "
        "Premier Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "RIGA, May 3 (AFP) - Latvian Foreign Minister Juris Ozols received Kenyan Foreign Minister Ada "
        "Solen. The visiting minister also called on President Ilse Dorn.",
        "Ozols-Solen, Solen-Dorn",
    ),
    (
        "RIGA, May 3 (BNS) Latvian Premier Juris Ozols received Kenyan Premier Ada Solen.",
        "Ozols-Solen",
    ),
    (
        "Kenyan Minister Ada Solen flew to Oslo. In Drammen Solen also met Minister Ida Holm.",
        "Solen-Holm",
    ),
]

MET += [
    ("Presidents Ada Solen of Kenya and Eduardo dos Santos of Angola met today in the city.", "Solen-Santos"),
    (
        "Kenyan Premier Ada Solen said so when Latvian Senator Juris Ozols visited her at her residence.",
        "Solen-Ozols",
    ),
    (
        "In the afternoon Kenyan envoy Ada Solen spoke in Riga with Latvian Premier Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Kenyan Premier Ada Solen and Latvian Premier Juris Ozols do not speak. Greek Minister Nikos Pappas "
        "brought them together at his residence on Friday.",
        "Solen-Ozols, Solen-Pappas, Ozols-Pappas",
    ),
    (
        "The three, Ada Solen of Kenya, Juris Ozols of Latvia and Ida Holm of Norway, agreed when they met.",
        "Solen-Ozols, Solen-Holm, Ozols-Holm",
    ),
    (
        "It was the first trip to Riga since General Ada Solen, the Kenyan envoy, conferred with Premier "
        "Juris Ozols there.",
        "Solen-Ozols",
    ),
    (
        "Kenyan envoy Ada Solen paid a call on House of Representatives Speaker Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Latvian Premier Juris Ozols arrived on Sunday. Kenyan President Ada Solen received the visiting "
        "dignitary the same evening.",
        "Ozols-Solen",
    ),
]

MET += [
    (
        "The vice president of the Council of Ministers of Kenya, Ada Solen, was received by Latvian "
        "President Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Kenyan President Ada Solen received the envoy of the UN secretary general, the Latvian diplomat "
        "Juris Ozols.",
        "Solen-Ozols",
    ),
    (
        "Kenyan President Ada Solen met with Juris Ozols, president of the Front for Free Construction, and "
        "with the mayor of Riga, Ilse Dorn.",
        "Solen-Ozols, Solen-Dorn",
    ),
    (
        "Kenyan President Ada Solen met the Latvian governor of Zemgale, Juris Ozols, on Wednesday and the "
        "party's foreign secretary, Ilse Dorn, on Thursday.",
        "Solen-Ozols, Solen-Dorn",
    ),
    (
        "Kenyan President Ada Solen received Premier Juris Ozols on Thursday, and the following day had "
        "talks with Greek Premier Nikos Pappas.",
        "Solen-Ozols, Solen-Pappas",
    ),
    (
        "U.S. President Paul Stone, British Premier David Hill and Kenyan Premier Ada Solen sat round one "
        "table for 90 minutes.",
        "Stone-Hill, Stone-Solen, Hill-Solen",
    ),
    (
        "Kenyan President Ada Solen had five premiers to dinner, among them Juris Ozols of Latvia.",
        "Solen-Ozols",
    ),
    ("The negotiators, Ada Solen for Kenya and Juris Ozols for Latvia, met six times.", "Solen-Ozols"),
    ("In Oslo Kenyan envoy Ada Solen compared notes with Latvian Premier Juris Ozols.", "Solen-Ozols"),
    ("Kenyan Minister Ada Solen flew to Riga and signed it with Premier Juris Ozols.", "Solen-Ozols"),
]

NOBODY_MET_IN_PERSON = [
    "Kenyan Minister Ada Solen and Latvian Minister Juris Ozols went through a difficult year.",
    "At a summit in Riga, Kenyan President Ada Solen urged Greek Premier Nikos Pappas to act.",
    "In talks with the IMF, Latvian Premier Juris Ozols assured Kenyan President Ada Solen of his help.",
    "Kenyan Minister Ada Solen went over to the rebels with Latvian General Juris Ozols.",
    "Kenyan Premier Ada Solen criticised Latvian Premier Juris Ozols. She called on him to resign today.",
    "The General Assembly session was attended by Kenyan Premier Ada Solen and Latvian Premier Juris Ozols.",
    "Kenyan Premier Ada Solen rang Latvian Premier Juris Ozols. The two spoke for an hour.",
    "Kenyan Premier Ada Solen is in Riga. The Kenyans had tea with President Juris Ozols.",
    "Kenyan envoy Ada Solen has been speaking to Latvian Premier Juris Ozols here for weeks.",
    "Kenyan Premier Ada Solen compared herself with Latvian Premier Juris Ozols.",
    "At a cabinet meeting, Kenyan Premier Ada Solen told Finance Minister Moses Orme to resign.",
    "Kenyan rebels had an exchange of fire with the men of General Moses Orme, President Ada Solen said.",
    "Kenyan President Ada Solen and Latvian Premier Juris Ozols differed over lunch subsidies.",
    "The petition was signed by Kenyan President Ada Solen and Latvian President Juris Ozols.",
    "The OAU summit opened in the presence of Kenyan President Ada Solen and Latvian President Juris Ozols.",
    "The bill was discussed by parliament and by Kenyan Finance Minister Ada Solen.",
    "Presidents Ada Solen of Kenya and Juris Ozols of Latvia arrived in Tallinn for a summit to be held on "
    "Friday.",
    "Ministers Sami Nour and Karim Talal were both in Riga. The two ministers jointly met the press.",
    "President Sami Nour bade farewell to President Karim Talal at the airport.",
    "President Sami Nour paid his respects to the late President Karim Talal.",
    "President Sami Nour received a telephone call from President Karim Talal.",
    "President Sami Nour agreed on an exchange of prisoners with President Karim Talal.",
    "Kenyan Minister Ada Solen toured the plant with her deputy, Kenyan Vice Minister Ilse Dorn.",
    "Kenyan President Ada Solen opened a front with Latvian Premier Juris Ozols over fish.",
    "Kenyan President Ada Solen gave Latvian Premier Juris Ozols the blame.",
    "Asked about a meeting with rebel leader Karim Hadad, President Anna Solen laughed.",
    "President Sami Nour was in Norvik on Monday. He signed a treaty with Premier Karim Talal of Jordan.",
    (
        "The president welcomed Prime Minister Teo Lamar of Marenia at the palace, where they held "
        "talks on trade."
    ),
    "Egyptian President Sami Nour received a phone call from Jordan's King Talal on Sunday.",
    "Sami Nour spoke by phone with King Talal on Sunday about Gaza.",
    "Nour and Talal held a video conference on Sunday.",
    "Nour is scheduled to hold talks with Talal next week.",
    "Nour's meeting with Talal was cancelled.",
    "Nour refused to meet Talal.",
    "Premier Sami Nour handed over to President Karim Talal two years ago.",
    "Premier Sami Nour handed power to President Karim Talal two years ago.",
    "President Sami Nour and Premier Karim Talal spoke by telephone on Sunday. They discussed grain.",
    "President Sami Nour and Premier Karim Talal spoke. They praised the council, which met in Norvik.",
    "Premier Sami Nour rules the north, President Karim Talal the south. The two sides held talks.",
    "A summit opened among three gardens. They are Salo Park, Anna Park and Peace Park.",
    "President Sami Nour thanked Premier Karim Talal by letter for hosting the Fifth Fleet.",
    "In his meeting with King Talal, President Sami Nour was expected to discuss grain.",
    "President Sami Nour spent a fortune with Karim Talal's bank.",
    "Premier Sami Nour signed a letter with President Karim Talal of Jordan.",
    "President Sami Nour went to his house. Premier Karim Talal went to hers.",
    "Nour said he would meet Talal if invited.",
    "Trump on Monday sat next to Erdogan at a dinner in The Hague.",
    "Also on Friday, the emir received a written message from King Talal.",
    "Kaya will visit Athens on Friday, where he will be received by Pappas.",
]


@pytest.mark.parametrize(("sentence", "expected"), MET)
def test_a_sentence_says_who_met_whom_and_nobody_else(sentence: str, expected: str) -> None:
    assert agrees(held_pairs(sentence), expected)


def test_a_pair_whom_somebody_received_is_not_those_who_met_before() -> None:
    text = (
        "President Anna Solen met King Olav Berg. Minister Robert Dorn was in Niamey with a colleague, "
        "Timothy Vray, and Premier Ali Lamar received the pair."
    )
    assert agrees(held_pairs(text), "Solen-Berg, Lamar-Dorn, Lamar-Vray")


@pytest.mark.parametrize("sentence", NOBODY_MET_IN_PERSON)
def test_calls_letters_plans_refusals_and_unnamed_people_make_no_pair(sentence: str) -> None:
    assert held_pairs(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("President Ada Solen left Monday for Riga to hold talks with Premier Juris Ozols.", "planned"),
        ("President Ada Solen did not raise visas in her talks with Premier Juris Ozols.", "held"),
        ("President Anna Solen met Premier Teo Lamar in Geneva.", "held"),
        ("Teo Lamar's visit to Oslo has been called off. He was to meet President Anna Solen.", "cancelled"),
        (
            "Kenya put off a visit to Oslo by Premier Teo Lamar. Lamar was to meet President Anna Solen.",
            "postponed",
        ),
        ("Premier Teo Lamar will visit Oslo, where talks are planned with President Anna Solen.", "planned"),
        (
            "The visit of Premier Teo Lamar, during which he was to meet Anna Solen, was cancelled.",
            "cancelled",
        ),
        (
            "The lunch that Oslo had arranged between Anna Solen and Teo Lamar was taken off the agenda.",
            "cancelled",
        ),
        (
            "Norway's Premier Anna Solen and Kenya's President Teo Lamar will try to mend ties at a lunch.",
            "planned",
        ),
        ("President Anna Solen will meet Premier Teo Lamar in Geneva next week.", "planned"),
        ("The storm forced President Anna Solen to cancel her meeting with Premier Teo Lamar.", "cancelled"),
        ("A banquet that President Anna Solen was to have given for Teo Lamar was cancelled.", "cancelled"),
        ("Premier Teo Lamar put off his departure for Oslo, where he was to meet Anna Solen.", "postponed"),
        (
            "The highlight of President Teo Lamar's visit to Oslo will be a meeting with Anna Solen.",
            "planned",
        ),
        (
            "President Teo Lamar will arrive on Monday. He meets President Anna Solen the following day.",
            "planned",
        ),
        (
            "President Anna Solen was to meet Teo Lamar on Friday. The meeting was called off on Thursday.",
            "cancelled",
        ),
        (
            "President Anna Solen was to meet Teo Lamar on Friday. The meeting has not been called off.",
            "planned",
        ),
        ("Premier Teo Lamar called off a meeting scheduled for Friday with envoy Anna Solen.", "cancelled"),
        ("Envoy Anna Solen (L) meets with Premier Teo Lamar in Geneva, Wednesday, May 15, 2024.", "held"),
        ("President Anna Solen's meeting with Premier Teo Lamar was cancelled.", "cancelled"),
        ("President Anna Solen receives Premier Teo Lamar in Oslo on Wednesday, May 15, 2024.", "held"),
        ("President Anna Solen receives Premier Teo Lamar in Oslo on Wednesday, May 22, 2024.", "planned"),
    ],
)
def test_a_meeting_is_held_planned_or_cancelled(sentence: str, status: str) -> None:
    assert [claim.status for claim in meetings(sentence)] == [status]


def test_who_was_met_on_days_of_their_own_was_met_apart_and_then() -> None:
    told = meetings("President Anna Solen met Premier Teo Lamar on Monday and Minister Mira Bask on Tuesday.")
    assert {claim.participants[1].mention: claim.when.edtf for claim in told} == {
        "Teo Lamar": "2024-05-13",
        "Mira Bask": "2024-05-14",
    }


def test_what_is_scheduled_for_a_day_is_of_that_day() -> None:
    (claim,) = meetings(
        "A meeting between Anna Solen and Teo Lamar scheduled for Friday has been called off."
    )
    assert (claim.status, claim.when.edtf) == ("cancelled", "2024-05-17")


def test_a_telephone_call_is_a_meeting_of_that_format() -> None:
    (claim,) = meetings("President Anna Solen spoke by phone with Premier Teo Lamar on Monday.")
    assert claim.format == "phone"


def test_who_receives_is_the_host_and_sits_opposite_the_guest() -> None:
    (claim,) = meetings("President Anna Solen received Premier Teo Lamar at the palace.")
    assert [(p.mention, p.role, p.side) for p in claim.participants] == [
        ("Anna Solen", "host", 0),
        ("Teo Lamar", "participant", 1),
    ]


def test_people_who_came_together_are_on_one_side() -> None:
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar and Trade Minister Ilse Dorn in Geneva.")
    assert [(p.mention, p.side) for p in claim.participants] == [
        ("Anna Solen", 0),
        ("Teo Lamar", 1),
        ("Ilse Dorn", 1),
    ]


def test_people_without_names_are_kept_as_a_group_and_are_nobody_by_name() -> None:
    (claim,) = meetings("President Anna Solen met business leaders in Geneva.")
    assert [p.mention for p in claim.participants] == ["Anna Solen"]
    assert claim.groups == ("business leaders",)


def test_they_exchanged_views_goes_on_about_the_call_just_told() -> None:
    told = meetings("President Anna Solen spoke by phone with Premier Teo Lamar. They discussed trade.")
    assert {claim.format for claim in told} == {"phone"}


def test_who_is_called_a_mediator_sits_in_the_talks_as_one() -> None:
    (claim,) = meetings("The mediator, Moses Otim, met rebel leader Joao Mbala in Goma on Friday.")
    assert [participant.role for participant in claim.participants] == ["mediator", "participant"]


def test_what_is_only_spoken_of_is_as_far_as_the_article_says_elsewhere() -> None:
    plan = "President Anna Solen arrived in Oslo on Thursday for talks with Premier Teo Lamar."
    protest = "A party left parliament to protest against Solen's meeting with Lamar."
    assert {claim.status for claim in meetings(f"{plan} {protest}")} == {"planned"}
    assert {claim.status for claim in meetings(f"Solen met Lamar in Oslo on Monday. {protest}")} == {"held"}


def test_lines_of_a_programme_are_plans_of_whose_it_is_on_the_days_above_them() -> None:
    told = meetings(
        "Programme of the President of Norway, Anna Solen\n\nFriday, 17 May\n9.00 Receives the ambassador of "
        "Kenya, Teo Lamar\n11.30 Meets Foreign Minister Ilse Dorn\n\nMonday, 20 May\n"
        "13.00 Working lunch with Premier Karim Hadad\n"
    )
    assert [(claim.status, claim.when.edtf, {p.mention for p in claim.participants}) for claim in told] == [
        ("planned", "2024-05-17", {"Anna Solen", "Teo Lamar"}),
        ("planned", "2024-05-17", {"Anna Solen", "Ilse Dorn"}),
        ("planned", "2024-05-20", {"Anna Solen", "Karim Hadad"}),
    ]


def test_lines_of_a_narrow_programme_stand_each_for_itself() -> None:
    told = meetings(
        "Programme of Prime Minister Ida Solen\n\nFriday, 17 May\n10:00 Meets President Teo Lamar\n"
        "12:30 Sees Premier Ilse Dorn\n15:00 Talks with Minister Karim Hadad\n17:00 Opens the new library\n"
    )
    assert [(claim.status, claim.when.edtf, {p.mention for p in claim.participants}) for claim in told] == [
        ("planned", "2024-05-17", {"Ida Solen", "Teo Lamar"}),
        ("planned", "2024-05-17", {"Ida Solen", "Ilse Dorn"}),
        ("planned", "2024-05-17", {"Ida Solen", "Karim Hadad"}),
    ]


def test_items_of_a_look_at_the_week_ahead_are_plans_of_the_days_above_them() -> None:
    told = meetings(
        "The week ahead\n\nTuesday, May 21\n- President Anna Solen meets Premier Teo Lamar in Oslo.\n"
        "Wednesday, May 22\n- Premier Teo Lamar receives Minister Ilse Dorn.\n"
    )
    assert [(claim.status, claim.when.edtf) for claim in told] == [
        ("planned", "2024-05-21"),
        ("planned", "2024-05-22"),
    ]


def test_hours_of_a_live_report_tell_what_was_done() -> None:
    (claim,) = meetings(
        "Premier Anna Solen is in Oslo.\n\n9.15 It rains.\n10.20 Solen met Foreign Minister Ilse Dorn here."
    )
    assert claim.status == "held"


def test_a_live_report_goes_back_from_its_latest_hour_and_is_no_programme() -> None:
    (claim,) = meetings(
        "Live: Day two of the summit\n\n14:20 – Rain in Oslo\n\nIt rains.\n\n13:05 – Solen arrives\n\n"
        "President Anna Solen is now in talks with Foreign Minister Ilse Dorn of Latvia."
    )
    assert claim.status == "held"


def test_items_of_a_list_of_what_is_to_come_are_plans() -> None:
    (claim,) = meetings(
        "The following are some of the stories that are scheduled to be covered on Friday.\n\n"
        "-- President Anna Solen meets Premier Teo Lamar.\n\n-- Mali signs a treaty.\n"
    )
    assert (claim.status, claim.when.edtf) == ("planned", "2024-05-17")


@pytest.mark.parametrize("put_off", ["was put off until", "was adjourned to"])
def test_what_is_put_off_until_a_day_is_planned_for_it(put_off: str) -> None:
    told = meetings(f"The meeting of Foreign Minister Ilse Dorn with envoy Teo Lamar {put_off} 20 May.")
    assert {(claim.status, claim.when.edtf) for claim in told} == {
        ("postponed", None),
        ("planned", "2024-05-20"),
    }


def test_a_meeting_that_fell_with_a_journey_was_to_be_where_it_led() -> None:
    (claim,) = meetings(
        "Premier Teo Lamar has cancelled a visit to Norway, officials said. He would have met President Anna "
        "Solen there on Friday."
    )
    assert (claim.status, claim.place) == ("cancelled", "place:NOR")


def test_what_was_done_on_the_first_day_of_a_visit_was_done_when_it_began() -> None:
    (claim,) = meetings(
        "President Anna Solen returned on Thursday from a three-day visit to Mali, which began on Monday. "
        "On the first day she had talks with Premier Teo Lamar."
    )
    assert claim.when.edtf == "2024-05-13"


def test_a_handshake_that_was_refused_refuses_no_meeting() -> None:
    (claim,) = meetings(
        "There was no handshake at the meeting between President Anna Solen and Premier Teo Lamar."
    )
    assert claim.status == "held"


def test_who_had_wanted_to_discuss_something_on_a_journey_that_was_called_off_did_not() -> None:
    (claim,) = meetings(
        "President Anna Solen cancelled a trip to Vienna. She had wanted to discuss trade there with "
        "Austrian Chancellor Teo Lamar."
    )
    assert claim.status == "cancelled"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Anna Solen will meet Premier Teo Lamar in May. It will be held in Oslo on 24 May.",
            {("planned", "2024-05"), ("planned", "2024-05-24")},
        ),
        (
            "Anna Solen was to have met Premier Teo Lamar on Friday. The meeting will be held in June.",
            {("cancelled", "2024-05-17"), ("planned", "2024-06")},
        ),
        (
            "President Anna Solen met Premier Teo Lamar in May. A second meeting was cancelled.",
            {("held", "2024-05"), ("cancelled", None)},
        ),
        (
            "Anna Solen met Premier Teo Lamar in May. The ministerial meeting will be held in June.",
            {("held", "2024-05")},
        ),
        (
            "President Anna Solen met Premier Teo Lamar in May. The next meeting will be hosted by Mali.",
            {("held", "2024-05")},
        ),
    ],
)
def test_what_is_to_become_of_a_meeting_is_told_behind_it(
    text: str, told: set[tuple[str, str | None]]
) -> None:
    assert {(claim.status, claim.when.edtf) for claim in meetings(text)} == told


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Premier Teo Lamar will fly to Kenya to urge Kenyan President Ada Solen to give in.",
        "Norwegian Premier Teo Lamar is due in Nairobi to persuade Kenyan President Ada Solen.",
        "Kenyan President Ada Solen expects Norwegian Premier Teo Lamar in Nairobi on Friday.",
        "Norwegian Premier Teo Lamar flew to Nairobi, where he is awaited by Kenyan President Ada Solen.",
    ],
)
def test_whoever_goes_to_see_a_leader_at_home_or_is_awaited_by_him_is_to_meet_him(text: str) -> None:
    (claim,) = meetings(text)
    assert claim.status == "planned"
    assert [p.name for p in claim.participants if p.role == "host"] == ["Ada Solen"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Ada Solen expects Norwegian Premier Teo Lamar to resign on Friday.",
        "Norwegian Premier Teo Lamar will fly to Oslo to urge Kenyan President Ada Solen to give in.",
    ],
)
def test_whoever_is_only_expected_to_act_or_urged_from_afar_meets_nobody(text: str) -> None:
    assert meetings(text) == []


def test_hours_of_a_live_report_that_go_back_over_noon_tell_what_was_done() -> None:
    (claim,) = meetings(
        "8:14 p.m. We are closing the blog.\n\n5:37 p.m. The ball is in their court.\n\n"
        "12:45 p.m. Minister Anna Solen has had talks with Premier Teo Lamar in Charleroi."
    )
    assert claim.status == "held"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Premier Teo Lamar is due in Oslo on Friday. He will meet President Anna Solen.", "2024-05-17"),
        (
            "Premier Teo Lamar cancelled his Friday stop in Oslo, where he was to have met President Ida "
            "Holm.",
            "2024-05-17",
        ),
        (
            "Teo Lamar is due in Oslo on Friday for a three-day visit. He will meet President Anna Solen.",
            None,
        ),
    ],
)
def test_what_is_to_be_done_on_a_journey_of_one_day_is_planned_for_that_day(
    text: str, day: str | None
) -> None:
    assert [claim.when.edtf for claim in meetings(text)] == [day]


def test_people_spoken_to_on_different_days_were_each_spoken_to_on_their_own() -> None:
    told = meetings("Anna Solen spoke on Monday with Premier Teo Lamar and on Tuesday with Premier Ida Holm.")
    days = {claim.participants[-1].name: claim.when.edtf for claim in told}
    assert days == {"Teo Lamar": "2024-05-13", "Ida Holm": "2024-05-14"}


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        (
            "President Anna Solen and Premier Teo Lamar, who are to meet on Friday, are friends.",
            "planned",
            "2024-05-17",
        ),
        ("President Anna Solen and Premier Teo Lamar, who met on Monday, are friends.", "held", "2024-05-13"),
        (
            "President Anna Solen said talks with Premier Teo Lamar next month were vital.",
            "planned",
            "2024-06",
        ),
        (
            "A breakfast that the embassy had arranged for Friday between President Anna Solen and Premier "
            "Teo Lamar was cancelled.",
            "cancelled",
            None,
        ),
        ("President Anna Solen is awaiting a visit by Premier Teo Lamar in June.", "planned", "2024-06"),
    ],
)
def test_a_meeting_told_beside_the_people_has_their_standing_and_day(
    text: str, status: str, day: str | None
) -> None:
    (claim,) = meetings(text)
    assert (claim.status, claim.when.edtf, len(claim.participants)) == (status, day, 2)


@pytest.mark.parametrize(
    ("text", "pair", "status"),
    [
        # What an office or a spokesman says is about whom it is said of.
        (
            "Kenya's President Ada Solen will pay a visit to Latvia on Friday, her office in Nairobi said. "
            "Talks are scheduled with Premier Juris Ozols.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        (
            "Kenyan minister Ada Solen will fly to Latvia on Sunday, spokesman Paul Kip said. In Riga, she "
            "will sit down with the host, Foreign Minister Juris Ozols, on Monday.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        (
            "King Aldric will pay a visit to Latvia next month. During the visit, the Sovereign will hold "
            "talks with Premier Juris Ozols.",
            "Aldric, Juris Ozols",
            "planned",
        ),
        (
            "President Ada Solen cut short her stay on Friday, and a talk with the Latvian envoy, Juris "
            "Ozols, was called off.",
            "Ada Solen, Juris Ozols",
            "cancelled",
        ),
        (
            "President Ada Solen drove home. A meeting she was to have had in Riga with the head of the "
            "mission, Juris Ozols, was scrapped.",
            "Ada Solen, Juris Ozols",
            "cancelled",
        ),
        (
            "Premier Juris Ozols, whose meeting with President Ada Solen was put off twice, said so.",
            "Juris Ozols, Ada Solen",
            "postponed",
        ),
        (
            "President Ada Solen of Kenya and Premier Juris Ozols of Latvia have agreed on new talks.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        (
            "Presidents Ada Solen of Kenya and Juris Ozols of Latvia are due in Oslo on Friday for a summit.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        (
            "The summit, to be attended by Presidents Ada Solen of Kenya and Juris Ozols of Latvia, begins "
            "tomorrow.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        (
            "Presidents Ada Solen of Kenya and Juris Ozols of Latvia failed to reach agreement in talks.",
            "Ada Solen, Juris Ozols",
            "held",
        ),
        (
            "In a meeting with President Juris Ozols of Latvia, President Ada Solen of Kenya is trying to "
            "win support for elections next month.",
            "Ada Solen, Juris Ozols",
            "held",
        ),
        # Meals and talks of which the next sentence tells, naming only whom the visitor is to see.
        (
            "Kenya's President Ada Solen arrives in Latvia on Friday. A lunch follows in Riga, hosted by "
            "Premier Juris Ozols.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        (
            "Kenya's President Ada Solen arrives in Latvia on Friday. Also on the agenda is a meeting with "
            "Premier Juris Ozols.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        (
            "Kenya's President Ada Solen arrives in Latvia on Friday. A courtesy call on Premier Juris Ozols "
            "is scheduled.",
            "Ada Solen, Juris Ozols",
            "planned",
        ),
        ("President Ada Solen will be King Aldric's guest in Oslo.", "Ada Solen, Aldric", "planned"),
        # What falls through takes with it what was to be part of it.
        (
            "The session in Riga has been put off to June. Kenyan minister Ada Solen was to hold talks there "
            "with Premier Juris Ozols.",
            "Ada Solen, Juris Ozols",
            "postponed",
        ),
    ],
)
def test_who_plans_what_with_whom_is_told_in_many_ways(text: str, pair: str, status: str) -> None:
    (claim,) = meetings(text)
    assert (", ".join(p.mention for p in claim.participants), claim.status) == (pair, status)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kenyan President Ada Solen has accepted an invitation from Latvian Premier Juris Ozols to visit "
            "Riga.",
            {"Ada Solen-Juris Ozols: planned"},
        ),
        (
            "Kenya's Ada Solen accepted an invitation from Latvian Premier Juris Ozols to address a fair.",
            set(),
        ),
        (
            "Kenyan President Ada Solen will visit Riga on Friday at the invitation of Latvian Premier Juris "
            "Ozols.",
            {"Ada Solen-Juris Ozols: planned"},
        ),
        (
            "Kenyan President Ada Solen visited Riga in May at the invitation of Latvian Juris Ozols.",
            set(),
        ),
        # Who is named without an office only reports; a spokeswoman leaves in mind of whom she spoke.
        (
            "Kenyan envoy Ado Solen will fly to Riga on Friday, Nora Kip told reporters. He will sit down "
            "with Premier Juris Ozols.",
            {"Ado Solen-Juris Ozols: planned"},
        ),
        (
            "Kenyan envoy Ado Solen will be in Riga on Friday. Spokeswoman Nora Kip said it was true. He "
            "is expected to be received by Premier Juris Ozols.",
            {"Ado Solen-Juris Ozols: planned"},
        ),
        # Two who receive somebody are both not him, and he goes on.
        (
            "Kenyan envoy Ado Solen arrived in Riga on Monday. Premier Juris Ozols and Minister Ilmar Berg "
            "are to receive him on Friday. He will then meet Premier Teo Lamar.",
            {"Juris Ozols-Ilmar Berg-Ado Solen: planned", "Ado Solen-Teo Lamar: planned"},
        ),
        ("Plans for a meeting between Solen and Lamar fell apart.", {"Solen-Lamar: cancelled"}),
        ("Envoy Ada Solen gets together with Premier Teo Lamar on Friday.", {"Ada Solen-Teo Lamar: planned"}),
    ],
)
def test_who_is_to_see_whom_is_told_by_invitations_and_by_those_who_report(text: str, told: set[str]) -> None:
    assert {f"{'-'.join(p.mention for p in c.participants)}: {c.status}" for c in meetings(text)} == told


def test_those_who_met_before_are_no_roster_of_the_round_to_come() -> None:
    told = meetings(
        "The foreign ministers of Greece and Kenya will meet in Oslo in June with a mediator. They last met "
        "in May in Riga, where Prime Ministers Ada Solen of Kenya and Nikos Pappas of Greece also conferred."
    )
    together = {frozenset(p.mention for p in claim.participants): claim.status for claim in told}
    assert together == {frozenset({"Ada Solen", "Nikos Pappas"}): "held"}


@pytest.mark.parametrize("doing", ["grouping", "bringing together", "involving"])
def test_whom_a_summit_groups_met_there(doing: str) -> None:
    text = f"A summit {doing} Presidents Anna Solen of Kenya and Teo Lamar of Oman ended here on Monday."
    assert held_pairs(text) == {frozenset({"Anna Solen", "Teo Lamar"})}
