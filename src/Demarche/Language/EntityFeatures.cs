namespace Demarche.Language;

/// <summary>The sparse features of one word as a part of a name.</summary>
internal static class EntityFeatures
{
    public const int Max = 80;

    // A list has one bit where its name begins and one, eight places higher, where it goes on.
    private const uint PersonLists = (uint)(NameList.Person | NameList.GivenName | NameList.Surname) * 0x101;
    private const uint BodyLists = (uint)NameList.Organisation * 0x101;
    private const uint PlaceLists = (uint)(NameList.State | NameList.Place) * 0x101;
    private const uint OtherLists = (uint)(NameList.People | NameList.Role) * 0x101;

    /// <summary>Collects the features of word <paramref name="i"/> of the sentence [first, end).</summary>
    public static void Describe(ReadOnlySpan<EntityTraits> words, int i, int first, int end, uint sentence, ref FeatureList list)
    {
        list.Clear();
        ref readonly var w = ref words[i];
        var a = i > first ? words[i - 1] : EntityTraits.Border;
        var b = i + 1 < end ? words[i + 1] : EntityTraits.Border;
        var aa = i > first + 1 ? words[i - 2] : EntityTraits.Border;
        var bb = i + 2 < end ? words[i + 2] : EntityTraits.Border;
        var place = i == first ? 1u : i == first + 1 ? 2u : 3u;
        Alone(w, place, sentence, ref list);
        Around(aa, a, w, b, bb, ref list);
        list.Add(60, w.Lists, w.Shape);
        list.Add(61, a.Lists, w.Lists);
        list.Add(62, w.Lists, b.Lists);
        list.Add(50, w.Lists & PersonLists);
        list.Add(51, w.Lists & BodyLists);
        list.Add(52, w.Lists & PlaceLists);
        list.Add(53, w.Lists & PersonLists, a.Lists & PersonLists, b.Lists & PersonLists);
        list.Add(54, w.Lists & PlaceLists, a.Key);
        list.Add(55, w.Lists & OtherLists);
        list.Add(63, w.Elsewhere, w.Shape);
        list.Add(64, w.Elsewhere, place, w.Upos);
        var governor = w.Governor >= first && w.Governor < end ? words[w.Governor] : EntityTraits.Border;
        var way = w.Governor < 0 ? 0u : w.Governor < i ? 1u : 2u;
        list.Add(65, governor.Key, w.Relation);
        list.Add(66, w.Relation, w.Shape, way);
        list.Add(67, w.Relation, governor.Upos, governor.Shape);
        list.Add(68, governor.Group, w.Relation);
        list.Add(69, governor.Lists, w.Relation);
    }

    private static void Alone(in EntityTraits w, uint place, uint sentence, ref FeatureList list)
    {
        list.Add(1, w.Key);
        list.Add(2, w.Form);
        list.Add(3, w.Shape);
        list.Add(4, w.Shape, place, sentence);
        list.Add(5, w.Head2);
        list.Add(6, w.Head3);
        list.Add(7, w.Head4);
        list.Add(8, w.Tail2);
        list.Add(9, w.Tail3);
        list.Add(10, w.Tail4);
        list.Add(11, w.Tail3, w.Shape);
        list.Add(12, w.Xpos);
        list.Add(13, w.Xpos, w.Shape);
        list.Add(14, w.Upos, w.Key);
        list.Add(15, w.Lists);
        list.Add(16, w.Group);
        list.Add(17, w.Group, w.Shape);
        list.Add(18, w.Tail1, w.Upos);
    }

    private static void Around(in EntityTraits aa, in EntityTraits a, in EntityTraits w, in EntityTraits b, in EntityTraits bb, ref FeatureList list)
    {
        list.Add(20, a.Key);
        list.Add(21, b.Key);
        list.Add(22, aa.Key);
        list.Add(23, bb.Key);
        list.Add(24, a.Key, w.Key);
        list.Add(25, w.Key, b.Key);
        list.Add(26, a.Key, w.Shape);
        list.Add(27, b.Key, w.Shape);
        list.Add(28, aa.Key, a.Key, w.Shape);
        list.Add(29, b.Key, bb.Key, w.Shape);
        list.Add(30, a.Key, w.Shape, b.Key);
        list.Add(31, a.Shape, w.Shape);
        list.Add(32, w.Shape, b.Shape);
        list.Add(33, a.Shape, w.Shape, b.Shape);
        list.Add(34, a.Xpos, w.Xpos);
        list.Add(35, w.Xpos, b.Xpos);
        list.Add(36, a.Xpos, w.Xpos, b.Xpos);
        list.Add(37, a.Key, w.Xpos);
        list.Add(38, b.Key, w.Xpos);
        list.Add(39, a.Tail3, w.Shape);
        list.Add(40, b.Tail3, w.Shape);
        list.Add(41, a.Group, w.Shape);
        list.Add(42, b.Group, w.Shape);
        list.Add(43, a.Group, w.Group);
        list.Add(44, w.Group, b.Group);
        list.Add(45, aa.Group, a.Group, w.Shape);
        list.Add(46, w.Shape, b.Group, bb.Group);
        list.Add(47, a.Lists, w.Shape);
        list.Add(48, b.Lists, w.Shape);
        list.Add(49, FeatureList.Hash(aa.Shape, a.Shape), w.Shape, FeatureList.Hash(b.Shape, bb.Shape));
    }
}
