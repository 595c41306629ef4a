using Demarche.Actors;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Tests.Actors;

/// <summary>Which code the agents of political news have, through the whole pipeline.</summary>
public sealed class DescriptionTests
{
    [Theory]
    [InlineData("Russian soldiers", "RUSMIL")]
    [InlineData("American troops", "USAMIL")]
    [InlineData("Chinese warships", "CHNMIL")]
    [InlineData("Indian paratroopers", "INDMIL")]
    [InlineData("Ukrainian servicemen", "UKRMIL")]
    [InlineData("Ethiopian army soldiers", "ETHMIL")]
    [InlineData("Colombian army reservists", "COLMIL")]
    [InlineData("Syrian government forces", "SYRMIL")]
    [InlineData("Chilean naval officers", "CHLMIL")]
    [InlineData("Pakistani security forces", "PAKMIL")]
    [InlineData("Iranian protesters", "IRNCVL")]
    [InlineData("Belgian demonstrators", "BELCVL")]
    [InlineData("Israeli settlers", "ISRCVL")]
    [InlineData("American citizens", "USACVL")]
    [InlineData("French hostages", "FRACVL")]
    [InlineData("Peruvian villagers", "PERCVL")]
    [InlineData("Canadian aid workers", "CANCVL")]
    [InlineData("Greek students", "GRCCVL")]
    [InlineData("Ecuadorian indigenous protesters", "ECUCVL")]
    [InlineData("Kenyan voters", "KENCVL")]
    [InlineData("German tourists", "DEUCVL")]
    [InlineData("Spanish fishermen", "ESPCVL")]
    [InlineData("Bolivian farmers", "BOLCVL")]
    [InlineData("Sudanese rebels", "SDNREB")]
    [InlineData("Iraqi militiamen", "IRQREB")]
    [InlineData("Kurdish fighters", "IRQREB")]
    [InlineData("Chechen rebels", "RUSCHEREB")]
    [InlineData("Taliban fighters", "AFGREB")]
    [InlineData("Hamas gunmen", "PSEREB")]
    [InlineData("Hezbollah militants", "LBNREB")]
    [InlineData("Taliban commanders", "AFGREB")]
    [InlineData("Nepalese Maoist guerrillas", "NPLREB")]
    [InlineData("Colombian leftist rebels", "COLREB")]
    [InlineData("Malian jihadist fighters", "MLIREB")]
    [InlineData("Somali insurgents", "SOMREB")]
    [InlineData("Nigerian Islamist insurgents", "NGAREB")]
    [InlineData("pro-Russian separatists", "UKRREB")]
    [InlineData("Venezuelan opposition lawmakers", "VENOPP")]
    [InlineData("Zimbabwean opposition supporters", "ZWEOPP")]
    [InlineData("Belarusian dissidents", "BLROPP")]
    [InlineData("Cuban exiles", "CUBOPP")]
    [InlineData("Turkish police", "TURCOP")]
    [InlineData("Egyptian riot police", "EGYCOP")]
    [InlineData("Dutch detectives", "NLDCOP")]
    [InlineData("Italian gendarmes", "ITACOP")]
    [InlineData("French prosecutors", "FRAJUD")]
    [InlineData("Brazilian judges", "BRAJUD")]
    [InlineData("Kenyan magistrates", "KENJUD")]
    [InlineData("Polish lawmakers", "POLLEG")]
    [InlineData("Japanese parliamentarians", "JPNLEG")]
    [InlineData("Nigerian senators", "NGALEG")]
    [InlineData("Chinese hackers", "CHNCRM")]
    [InlineData("Mexican drug cartels", "MEXCRM")]
    [InlineData("Haitian gangs", "HTICRM")]
    [InlineData("Somali smugglers", "SOMCRM")]
    [InlineData("American officials", "USAGOV")]
    [InlineData("American diplomats", "USAGOV")]
    [InlineData("Iranian negotiators", "IRNGOV")]
    [InlineData("Saudi ministers", "SAUGOV")]
    [InlineData("British embassy staff", "GBRGOV")]
    [InlineData("Vietnamese customs officers", "VNMGOV")]
    [InlineData("Russian spies", "RUSSPY")]
    [InlineData("Pakistani intelligence officers", "PAKSPY")]
    [InlineData("Turkish journalists", "TURMED")]
    [InlineData("Burmese reporters", "MMRMED")]
    [InlineData("Syrian refugees", "SYRREF")]
    [InlineData("Afghan asylum seekers", "AFGREF")]
    [InlineData("Polish priests", "POLREL")]
    [InlineData("Iraqi clerics", "IRQREL")]
    [InlineData("Tibetan monks", "CHNREL")]
    [InlineData("Argentine trade unions", "ARGLAB")]
    [InlineData("Zambian miners", "ZMBLAB")]
    [InlineData("South Korean exporters", "KORBUS")]
    [InlineData("Swiss bankers", "CHEBUS")]
    [InlineData("Norwegian scientists", "NOREDU")]
    [InlineData("Hungarian professors", "HUNEDU")]
    [InlineData("Ugandan nurses", "UGAHLH")]
    [InlineData("Lebanese rescuers", "LBNHLH")]
    [InlineData("U.N. envoys", "IGOUNO")]
    [InlineData("UN inspectors", "IGOUNO")]
    [InlineData("NATO commanders", "IGONATMIL")]
    [InlineData("EU diplomats", "IGOEEC")]
    [InlineData("African Union mediators", "IGOAFR")]
    public void Agents_have_the_country_and_the_sector_of_their_words(string words, string code)
    {
        var actors = Read($"On Tuesday {words} left the town.");
        Assert.Contains(actors.Actors, a => a.Code == code);
    }

    [Theory]
    [InlineData("Democrats rejected the budget.", "Democrats", "USA")]
    [InlineData("House Republicans rejected the budget.", "House Republicans", "USA")]
    [InlineData("Senate Democrats met in the evening.", "Senate Democrats", "USA")]
    [InlineData("Members of Congress asked for the letters.", "Members of Congress", "USA")]
    [InlineData("The Knesset voted on Monday.", "Knesset", "ISR")]
    [InlineData("Bolivia was calm on Monday. Bolivia had voted early, and Bolivia had no quarrels. Police dispersed a crowd.", "Police", "BOL")]
    [InlineData("Vladimir Putin ordered the army to withdraw.", "army", "RUS")]
    public void What_names_no_country_is_given_one_with_its_reason(string text, string words, string country)
    {
        var actors = Read(text);
        var mention = actors.Mentions.Single(m => m.Span.Of(text).EndsWith(words, StringComparison.Ordinal));
        Assert.Equal(country, actors[mention.Actors[0]].Country);
    }

    [Theory]
    [InlineData("The lawmakers rejected the budget.", "lawmakers")]
    [InlineData("The police dispersed a crowd.", "police")]
    [InlineData("France and Italy were silent. The police dispersed a crowd.", "police")]
    public void Where_the_text_gives_no_reason_the_country_stays_unknown(string text, string words)
    {
        var actors = Read(text);
        Assert.DoesNotContain(actors.Mentions, m => m.Span.Of(text).EndsWith(words, StringComparison.Ordinal) && actors[m.Actors[0]].Country is not null);
    }

    [Fact]
    public void Democrats_written_small_are_of_no_country()
    {
        var actors = Read("They are democrats.");
        Assert.DoesNotContain(actors.Actors, a => a.Country == "USA");
    }

    private static ActorMentions Read(string text)
    {
        var published = new PublicationDate(new DateOnly(2019, 5, 14), DateBasis.Metadata);
        return Repository.Actors.Find(Repository.Analyzer.Analyze(new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", published, text, [])));
    }
}
