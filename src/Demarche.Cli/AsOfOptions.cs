using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Demarche.Articles;
using Demarche.Times;

namespace Demarche.Cli;

/// <summary>Options of the commands that can be asked for what was known on a day.</summary>
internal sealed class AsOfOptions
{
    private readonly Option<DateOnly?> _day = Batch.Options.Day("--as-of", "Only what had been published by the end of that day (YYYY-MM-DD).");

    private readonly Option<bool> _undated = new("--undated")
    {
        Description = "With --as-of: also articles whose day of publication is not known, unless they tell of something later.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_day);
        command.Options.Add(_undated);
        command.Validators.Add(r =>
        {
            if (r.GetResult(_undated) is { Implicit: false } && r.GetResult(_day) is null) r.AddError("--undated needs --as-of DAY.");
        });
    }

    /// <summary>The day asked for, or null for all that is known.</summary>
    public Horizon? Of(ParseResult parsed) => parsed.GetValue(_day) is { } day ? new Horizon(day) { UndatedToo = parsed.GetValue(_undated) } : null;

    /// <summary>Says what is left out: the later ones by number, those of unknown day by name.</summary>
    public static void SayLeftOut(Horizon horizon, ImmutableArray<Article> all, ImmutableArray<Article> kept)
    {
        var day = horizon.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var dated = new PublicationDating().Date(all);
        var staying = kept.Select(Key).ToHashSet(StringComparer.Ordinal);
        var later = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (staying.Contains(Key(all[i]))) continue;
            if (dated[i].Published.Date is { } published && published > horizon.Day) later++;
            else
                Messages.Say($"{all[i].Source}: left out as of {day}: its day of publication is not known"
                    + (Horizon.NotBefore(all[i]) is { } bound ? string.Create(CultureInfo.InvariantCulture, $" (not before {bound:yyyy-MM-dd})") : ""));
        }
        if (later > 0) Messages.Say(string.Create(CultureInfo.InvariantCulture, $"{later} of {all.Length} articles are left out: published after {day}"));
    }

    private static string Key(Article article) => article.Source + "\n" + article.Id;
}
