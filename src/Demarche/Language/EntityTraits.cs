namespace Demarche.Language;

/// <summary>What the features of names read of one word: hashes of its parts and of what the parser says of it.</summary>
internal struct EntityTraits
{
    /// <summary>The word with case, digits and quotation marks folded.</summary>
    public uint Key;

    /// <summary>The word as it stands.</summary>
    public uint Form;

    /// <summary>The classes of its characters, runs shortened.</summary>
    public uint Shape;

    /// <summary>Beginnings of one to four characters.</summary>
    public uint Head1, Head2, Head3, Head4;

    /// <summary>Endings of one to four characters.</summary>
    public uint Tail1, Tail2, Tail3, Tail4;

    public uint Upos;

    public uint Xpos;

    public uint Relation;

    /// <summary>Place of the governing word in the pass, or -1.</summary>
    public int Governor;

    /// <summary>Marks of <see cref="NameLists"/>.</summary>
    public uint Lists;

    /// <summary>How the same word is written elsewhere in the article.</summary>
    public uint Elsewhere;

    /// <summary>Group of the word's vector.</summary>
    public uint Group;

    /// <summary>What stands before and after a sentence.</summary>
    public static EntityTraits Border { get; } = new() { Key = 1, Form = 1, Shape = 1, Head3 = 1, Tail3 = 1, Upos = 1, Xpos = 1, Governor = -1 };

    /// <summary>Fills what depends on the characters alone.</summary>
    public void Describe(ReadOnlySpan<char> form)
    {
        Span<char> store = stackalloc char[WordKey.MaxLength];
        var key = WordKey.Of(form, store);
        var cut = form.Length <= WordKey.MaxLength ? form : form[..WordKey.MaxLength];
        Head1 = Head2 = Head3 = Head4 = Tail1 = Tail2 = Tail3 = Tail4 = 0;
        var h = 0x811C9DC5u;
        for (var i = 0; i < key.Length; i++)
        {
            h = FeatureList.Hash(h, key[i]);
            if (i == 0) Head1 = h;
            else if (i == 1) Head2 = h;
            else if (i == 2) Head3 = h;
            else if (i == 3) Head4 = h;
        }
        Key = h;
        h = 0x1234567u;
        for (var i = 1; i <= Math.Min(4, key.Length); i++)
        {
            h = FeatureList.Hash(h, key[^i]);
            if (i == 1) Tail1 = h;
            else if (i == 2) Tail2 = h;
            else if (i == 3) Tail3 = h;
            else Tail4 = h;
        }
        uint form0 = 0x3C6EF372u, shape = 0, previous = 0;
        var run = 0;
        foreach (var c in cut)
        {
            form0 = FeatureList.Hash(form0, c);
            uint s = Characters.Shape(c);
            run = s == previous ? run + 1 : 0;
            if (run < 2) shape = FeatureList.Hash(shape, s);
            previous = s;
        }
        Form = form0;
        Shape = shape;
    }
}
