namespace Demarche.Reconciliation.Joins;

/// <summary>Words as numbers, each with a weight, in order of number: for quick comparing.</summary>
internal sealed class WordBag
{
    private readonly int[] _ids;
    private readonly float[] _weights;
    private readonly double _length;

    /// <param name="weights">Number and weight; of a number that comes twice the weights are added up.</param>
    public WordBag(IEnumerable<(int Id, double Weight)> weights)
    {
        var sums = new SortedDictionary<int, double>();
        foreach (var (id, weight) in weights) sums[id] = sums.GetValueOrDefault(id) + weight;
        _ids = [.. sums.Keys];
        _weights = [.. sums.Values.Select(w => (float)w)];
        _length = Math.Sqrt(_weights.Sum(w => (double)w * w));
    }

    /// <summary>All words of several bags, their weights added up.</summary>
    public static WordBag Sum(IEnumerable<WordBag> bags) => new(bags.SelectMany(b => b._ids.Zip(b._weights, (i, w) => (i, (double)w))));

    public bool IsEmpty => _ids.Length == 0;

    public int Count => _ids.Length;

    /// <summary>Cosine of the two, 0 to 1; 0 if one is empty.</summary>
    public double Cosine(WordBag other) => _length == 0 || other._length == 0 ? 0 : Sum(other, static (x, y) => (double)x * y) / (_length * other._length);

    /// <summary>Summed weight of the words that both hold, each with the lesser weight.</summary>
    public double Shared(WordBag other) => Sum(other, static (x, y) => Math.Min(x, y));

    /// <summary>True if a word stands in both.</summary>
    public bool Meets(WordBag other) => Sum(other, static (_, _) => 1) > 0;

    private double Sum(WordBag other, Func<float, float, double> of)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < _ids.Length && j < other._ids.Length;)
        {
            if (_ids[i] < other._ids[j]) i++;
            else if (_ids[i] > other._ids[j]) j++;
            else sum += of(_weights[i++], other._weights[j++]);
        }
        return sum;
    }
}
