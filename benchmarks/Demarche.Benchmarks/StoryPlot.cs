using System.Globalization;
using System.Text;

namespace Demarche.Benchmarks;

/// <summary>Draws what an article costs against the number of those before it.</summary>
internal static class StoryPlot
{
    private const int Width = 640, Height = 320, Left = 60, Bottom = 270, Top = 30, Right = 600;

    public static string Draw((int Articles, double Wall, double Grouping, double Megabytes)[] rows)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>\n");
        var most = Math.Max(1, Math.Ceiling(rows.Max(r => r.Wall)));
        var end = rows[^1].Articles;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Top}V{Bottom}H{Right}\" fill=\"none\" stroke=\"#333\"/>\n<text x=\"{Left}\" y=\"{Top - 10}\">milliseconds an article</text>\n<text x=\"{Right}\" y=\"{Bottom + 34}\" text-anchor=\"end\">articles so far</text>\n");
        for (var i = 0; i <= 4; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(most * i / 4) + 4:0.#}\" text-anchor=\"end\">{most * i / 4:0.##}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(end * i / 4.0):0.#}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{end * i / 4:N0}</text>\n");
        }
        Line("#06c", "grouping and dossiers", r => r.Wall);
        Line("#c60", "grouping alone", r => r.Grouping);
        return svg.Append("</svg>\n").ToString();

        void Line(string colour, string name, Func<(int Articles, double Wall, double Grouping, double Megabytes), double> of)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{X(r.Articles):0.#},{Y(of(r)):0.#}")))}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Right - 4}\" y=\"{Y(of(rows[^1])) - 8:0.#}\" text-anchor=\"end\" fill=\"{colour}\">{name}</text>\n");
        }

        double X(double articles) => Left + (Right - Left) * articles / end;
        double Y(double ms) => Bottom - (Bottom - Top) * ms / most;
    }
}
