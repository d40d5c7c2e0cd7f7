/**
 * First names of children and adults in Dutch schools, of all origins. Most names need no list: a word with a capital
 * that Dutch does not know is taken for a name. This one is for names that are also an ordinary word, and for names that
 * somebody typed without a capital.
 */
const namen = `
aaliyah aaron abdel abdellah abdul abdullah achmed adam adil adriaan aicha aisha aiden akram alberto alex alexander ali alice alicia alina
amani amber amelia amin amina amir amira amber amy an ana anas andre andrea andrzej angela aniek anisa anita anja anna anne anneke
annelies annemarie annemiek anouk ans anton antonia arda arie arjan arne arno arthur asha ashley asia astrid auke ayan ayla aylin ayman
ayoub ayse aziz bahar bart bas bastiaan beata beatrijs ben benjamin bente berat bert bianca bibi bilal bo bob boris bram brahim brigitte
britt bruno burak can carla carlijn carlos carmen carolien cas casper catharina cato cees celine cem charlotte chloe chris christiaan
christina claire claudia coen collin cor corrie daan dagmar damian dani danique danny daria dave david davy dean debby deborah demi denise
denzel desiree dewi diana dick diederik dieuwke dilan dina dirk djamila doris dorien dunya dyon dylan eda eefje ekrem elena elias elif
elif elin elisa elise elisabeth ella ellen elly els elsa elske emine emir emma emre enes eric erik erika esma esmee esra estelle ester
esther eva evelien evert evi evy fabian faith farah faris fatih fatima fatma fay feline femke fenna fenne ferdi ferry fien filip finn fiona
fleur floor floris fouad frank frans fred frederik freek frits gabriel gea geert gert gerard gerda gerrit gijs gina giovanni githa gizem
gwen hafsa hakan halima hamid hamza han hana hannah hanneke hans harm harrie hasan hassan hatice havva heidi hein helena henk hennie henri
hessel hidde hilal hilde hind hugo huub ian ibrahim ibtissam ida ikram ilias ilse imad iman imane imke ina ineke inge ingrid irem irena
irene isa isabel isabella ismail ivo ivy jaap jack jackie jacqueline jade jaimy jake jaleesa jamal james jamie jan jana janine janneke jannes jans
janusz jara jari jarno jasmijn jason jasper jax jay jayden jaylano jayson jeanine jeffrey jelle jelmer jennifer jens jeremy jeroen jerome jesper jesse jessica
jet jette jeroen jill jim jimmy jip jo jochem joel joep johan johanna john johnny jolanda jonas jonathan jons joost jordy joris jorn jos jose josephine
joshua josje joyce juan judith jule julia julian julie jurgen juul kaan kadir kai kamil karel karen karim karin karlijn kars kasper katarzyna kathelijne
katja kayleigh kaylee keano kees keesje kelly kelvin kenan kenza kevin khadija khalid kian kiki kim klaas klaartje koen kubilay kyan kyano lana lara lars laura
lauren laurens lea leila lena lenn lennard lennart lenny leo leon leonie leyla lia liam lian lidia lieke lies liesbeth lieve lily lina linda
linde lindsey linn lisa lisanne lise liv livia lize loes lois lola lorena lot lotte lou louis louise lourens luc luca lucas luciano lucia lucy luka lukas luna luuk
lynn maaike maarten maartje mac machteld madelief maja mads mahmoud malak manon manouk marc marcel marco margriet maria mariam marian marieke marija marijke marijn marina marion marit marja marjan
mark marleen marlies marloes marlou marly marnix marouane marta martijn martin marwa maryam mathijs mats maud max maxim may mees mehmet meike meissa melanie melike melissa melle melvin
merel merijn merlijn mert meryem mia micha michael michal michel michelle mick miguel mike mila milan mila milo milou mimoun mina mira mirjam mirthe mitchell
moha mohamed mohammed mohamad mo moniek monique moos morris morrison mounir moussa muhammed mustafa nabil nadia nadine naima naomi nassim nathalie nathan nawal
nelleke nerys nick nicky nico nicole niek niels nienke nikita nikki nina noa noah noor noortje nora nour nouri noud nova novi nynke odin oguz okan olaf olga oliver olivia omar omer oscar
osman otis otto ouassim owen ozan ozlem patricia patrick paul paula paulien pauline pawel peggy peter petra philip pien pieter piet pieternel pim piotr pip puck quinn quinten rachel rachid rafael
ralf ramon rana rania raoul raymon rayan rebecca reda reinier remco remy rene renee renske resul rianne ricardo richard rick riek rik rinske riley ritchie rob robbert robert robin rocco
roel roeland rohan roland romy ron ronald ronja roos rosa rosalie rosanne rosie rowan roy ruben rudy ruud ryan saar sabina sabine sabrina sacha saida sam sami samia samir samira samuel
sander sandra sanne sanna sara sarah sascha saskia sasha sebastiaan selim selin selma sem senna serkan serena seth shanaya shanti sharon shirley siebe siem sien silke silvia simon simone sina sjaak
sjoerd sjors soraya sofia sofie sophie soufiane stan stef stefan stefanie steven stijn storm sue suze suzan suzanne sven svenja sylvana sylvia sylwia symon tamara tanja tara tarik tariq tess tessa
teun teuntje teunis theo thijmen thijs thom thomas tibor tieme tijmen tijn tijs tim timo tina tirza tjeerd tobias tom tomas tomasz ton toon tristan trudy tuana tugba tycho tyler umut vera vic
victor vigo vince vincent wendy wesley wiebe wies willem willemijn wilma wim wout wouter xander xavi yael yannick yara yasin yasmin yasmine yassin yassine yasmina yildiz ymke youssef yousra youri yunus yusuf yuri yvette yvonne zahra
zainab zakaria zara zayn zeynep ziva zoe zoey zofia zsofi zuzanna
`;

export const voornamen: ReadonlySet<string> = new Set(namen.trim().split(/\s+/));

/** Names that are ordinary words too, by which children are really called: only where a person is spoken of. */
const dubbel = `
amber an asia beer bente bibi bo bob bloem can cato cor demi dewi dean els fien filip fleur floor floris han hans hein hind ina isa ivy
jade jan jet jip jo jop juul kai kars kees kim klaas koen lea lente lena lies lieve linde linn lot lotte lou luca luna lynn maan mark
max may mees mei merel mick mila mina mo moos mus nina noor nova odin pim pip puck rik ries rob roos rosa ruben saar sam sem sepp sien siem sky
sol stan ster sterre stef stijn storm sue suze teun thijs tim tijn ton toon vera vic vigo vos wies wim wolf wout zoe
`;
export const dubbelnamen: ReadonlySet<string> = new Set(dubbel.trim().split(/\s+/));
