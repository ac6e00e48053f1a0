package main

import "strings"

// crowdGiven are given names of a dozen languages, each with what those who
// have it are called for short.
var crowdGiven = strings.Fields(`Elizabeth/Liz/Beth/Lizzie William/Bill/Will Robert/Bob/Rob Margaret/Maggie/Peggy Katherine/Kate/Kathy Michael/Mike/Mick
	James/Jim/Jamie Thomas/Tom Richard/Dick/Rich Edward/Ted/Ed Jennifer/Jenny/Jen Christopher/Chris Alexander/Alex/Sasha Nicholas/Nick Samuel/Sam
	Benjamin/Ben Daniel/Dan/Danny Matthew/Matt Andrew/Andy Stephen/Steve Susan/Sue Patricia/Pat/Tricia Deborah/Debbie Rebecca/Becky Victoria/Vicky
	Joseph/Joe Anthony/Tony Gregory/Greg Timothy/Tim Frederick/Fred Charles/Charlie/Chuck Theodore/Theo Philippa/Pippa Josephine/Jo Jacqueline/Jackie
	Małgorzata/Gosia Katarzyna/Kasia Agnieszka/Aga Krzysztof/Krzysiek Wojciech/Wojtek Aleksandra/Ola Joanna/Asia Tomasz/Tomek Paweł Łukasz Zofia/Zosia
	Hans-Peter/Hans Jürgen Wolfgang/Wolf Johannes/Hannes Friederike/Rike Günther Jörg Sabine Anneliese/Anne Käthe Matthias
	François Élodie Hélène Jean-Luc Geneviève Chloé Benoît Aurélie Mathieu Théo Noémie José/Pepe Francisco/Paco María Jesús Guadalupe/Lupe Ignacio/Nacho
	Concepción/Concha Íñigo Begoña Raúl João Inês Conceição António Søren Bjørn Åsa Göran Ingrid Astrid Jørgen Øyvind Giulia Alessandro Francesca/Franca Niccolò
	Ahmet Ayşe Çağla Gökhan Priya Rajesh Lakshmi Anjali Sanjay Deepak Wei Xiaoling Mei-Ling Hiroshi Yuki Sakura Oluwaseun/Seun Chinedu Ngozi Amara Kwame Fatima
	Yusuf Aisha Omar Leila Siobhán Niamh Eoin Caoimhe Rhys Angharad Dafydd Petra Milan Jana Zdeněk Božena Ágnes László Zsófia Ioana Andrei Dimitra Georgios`)

// crowdFamily are family names; some are borne by many.
var crowdFamily = strings.Fields(`Smith Smith Smith Jones Jones Taylor Brown Brown Williams Wilson Johnson Davies Evans Thomas Roberts Walker Wright Robinson Thompson White
	Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Scott Cooper Morris Ward Moore King Watson Baker Harrison Morgan Patel Patel
	Young Allen Mitchell Anderson Lee Lee Phillips Bell Parker Davis Bennett Miller Cook Shaw Richardson Carter Collins Marshall Bailey Gray Cox Adams Wilkinson
	Kowalski Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Łukasik Jabłoński Müller Schmidt Schneider Fischer Weber Meyer Maier
	Schäfer Köhler Größmann Strauß Krüger Lange Hofmann Jäger Schröder Dubois Lefèvre Lefebvre Moreau Girard Beauséjour Gauthier Fontaine Mercier García-Márquez
	García Fernández López Hernández Muñoz Núñez Ibáñez Echeverría Peña Ruiz-Gómez Ferreira Gonçalves Magalhães Simões Nielsen Jørgensen Østergaard Åkesson Bergström
	Sjögren Lindqvist Halvorsen Rossi Esposito Colombo De-Luca Yılmaz Öztürk Şahin Kaya Sharma Gupta Iyer Krishnamurthy Chen Chen Wang Zhang Liu Tanaka Watanabe Suzuki
	Adeyemi Okonkwo Mensah Boateng Hassan Farouk Rahman Haddad O'Brien O'Sullivan Ní-Dhomhnaill McCarthy MacDonald ap-Rhys Novák Svoboda Dvořák Horváth Szabó Popescu
	Ionescu Papadopoulos Antoniou Van-Dijk De-Vries Janssen Bakker Visser Whitcombe-Hale Fairweather Ollerenshaw Blythe Penhaligon Trevelyan Wetherall Applegarth`)

// withoutMarks writes letters as an English keyboard has them.
var withoutMarks = strings.NewReplacer("ł", "l", "Ł", "L", "ś", "s", "ń", "n", "ą", "a", "ę", "e", "ó", "o", "ź", "z", "ż", "z", "ü", "u", "ö", "o", "ä", "a", "ß", "ss", "é", "e", "É", "E",
	"è", "e", "ç", "c", "Ç", "C", "ø", "o", "Ø", "O", "å", "a", "Å", "A", "í", "i", "Í", "I", "ñ", "n", "ã", "a", "õ", "o", "ú", "u", "á", "a", "Á", "A", "ş", "s", "Ş", "S", "ı", "i", "ğ", "g",
	"Ö", "O", "ô", "o", "î", "i", "ê", "e", "ò", "o", "ě", "e", "ž", "z", "ř", "r", "ő", "o", "ş", "s")

// asTelegrams writes the letters of German and of the north with two.
var asTelegrams = strings.NewReplacer("ü", "ue", "ö", "oe", "ä", "ae", "ß", "ss", "Ö", "Oe", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa")
